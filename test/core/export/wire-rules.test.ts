import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { g2Findings } from '../../../core/export/newsml-g2-rules.ts'
import { newsmlG2 } from '../../../core/export/newsml-g2.ts'
import { ninjsFindings } from '../../../core/export/ninjs-rules.ts'
import { ninjs } from '../../../core/export/ninjs.ts'
import { nitfFindings } from '../../../core/export/nitf-rules.ts'
import { nitf } from '../../../core/export/nitf.ts'
import type { Finding } from '../../../core/export/wire-rules.ts'
import { requireValid } from '../../../core/export/wire-rules.ts'
import { writtenTree } from '../../../core/export/wire-tree.ts'
import { hasStandards, ninjsSchema, schemaFaults, standardFiles } from '../../support/official.ts'
import { anyJsonChange, anyXmlChange } from './any-change.ts'
import { fullArticle } from './story.ts'
import { wireText } from './wire-text.ts'

const item = async () => JSON.parse(await wireText(ninjs, fullArticle('ar'))) as Record<string, unknown>
const paths = (findings: readonly Finding[]) => findings.map(({ path }) => path)

test('what breaks a rule is named by its place, and no file is written', () => {
  const findings = ninjsFindings({
    uri: 'urn:x:1',
    urgency: 10,
    associations: [{ name: 'a' }],
    headline: 'x',
  })
  expect(paths(findings)).toEqual(['/urgency', '/associations/0', ''])
  expect(() => requireValid('ninjs', findings)).toThrow(expect.objectContaining({ code: 'not-valid' }))
})

test('words that belong to a file which is not there are found, though libxml2 does not look', async () => {
  const xml = await wireText(newsmlG2, fullArticle('ar'))
  expect(paths(g2Findings(xml.replace('contentrefs="media-main"', 'contentrefs="media-other"')))).toEqual([
    '/newsItem/partMeta@contentrefs',
  ])
})

const jsonFaults: readonly [string, Record<string, unknown>][] = [
  ['an old name', { headline: 'x' }],
  ['a moment without a zone', { versionCreated: '2024-05-08T10:00:00' }],
  ['a day that is none', { contentCreated: '2024-02-30T10:00:00Z' }],
  ['an address with a space', { uri: 'urn:a b' }],
  ['no address', { uri: undefined }],
  ['an urgency of 0', { urgency: 0 }],
  ['an urgency in words', { urgency: '5' }],
  ['a status of NITF', { pubStatus: 'embargoed' }],
  ['a headline without its words', { headlines: [{ role: 'main' }] }],
  ['a count that is broken', { bodies: [{ value: 'x', wordCount: 1.5 }] }],
  ['a picture without an address', { associations: [{ name: 'main' }] }],
  [
    'a picture inside a picture with an old name',
    { associations: [{ name: 'a', uri: 'urn:a:b', body_text: 'x' }] },
  ],
  ['a relevance of 101', { subjects: [{ relevance: 101 }] }],
  ['a place that is nowhere', { places: [{ geoJSON: { type: 'Point', coordinates: ['a', 'b'] } }] }],
  ['rights said twice', { rightsInfo: { linkedRights: 'urn:a:b', encodedRights: 'x' } }],
]

const xmlFaults = {
  'newsml-g2': [
    [' guid="', ' gid="'],
    [' standardversion="2.35"', ''],
    [' version="3"', ' version="0"'],
    [' dir="rtl"', ' dir="auto"'],
    ['<itemClass qcode="ninat:text"/>', ''],
    ['qcode="ninat:text"', 'qcode="ninat"'],
    ['<urgency>4<', '<urgency>10<'],
    ['<versionCreated>2024-05-08T10:30:00Z<', '<versionCreated>2024-05-08 10:30<'],
    ['<contentCreated>2024-05-08T14:30:00+03:00<', '<contentCreated>soon<'],
    ['<language tag="ar"/>', '<language tag="Arabic language"/>'],
    ['<language tag="ar"/>', '<language/>'],
    ['</contentMeta>', '<fields/></contentMeta>'],
    ['<generator>Midad</generator>', '<generator>Mi\ndad</generator>'],
    [' id="media-main"', ' id="media main"'],
    [
      '<pubStatus qcode="stat:usable"/>\n<generator>Midad</generator>',
      '<generator>Midad</generator>\n<pubStatus qcode="stat:usable"/>',
    ],
  ],
  nitf: [
    ['<body xml:lang', '<bodi xml:lang'],
    ['</head>', ''],
    ['<p>', '<p dir="rtl">'],
    ['media-type="image"', 'kind="image"'],
    ['tobject.subject.refnum="11000000"', 'tobject.subject.refnum="11 000000"'],
    ['<hl1>', '<hl3>'],
    [' content="Midad"', ''],
    ['<bq><block>', '<bq><p>x</p><block>'],
    ['<hr/>', '<hr>x</hr>'],
    ['<tbody>', '<tbody>x'],
    ['<num><sub>', '<num><em>x</em><sub>'],
    [' type="web"', ' type="paper"'],
    [' id="fna1"', ' id="fnb2"'],
    ['<body.content>', '<body.content>words'],
    ['version="-//IPTC//DTD NITF 3.6//EN"', 'version="3.6"'],
    [' width="1"', ' width="1 px"'],
  ],
} as const
const formats = { 'newsml-g2': newsmlG2, nitf }
const findingsOf = { 'newsml-g2': g2Findings, nitf: nitfFindings }

describe.skipIf(!hasStandards)(
  'our own rules and the official schema (skipped where ../shared is absent)',
  () => {
    test.each(jsonFaults)('both refuse %s in ninjs', async (_name, fault) => {
      const faulty = JSON.parse(JSON.stringify({ ...(await item()), ...fault })) as unknown
      expect(ninjsSchema()(faulty)).not.toEqual([])
      expect(ninjsFindings(faulty)).not.toEqual([])
    })
    test.each(['3.0', '3.1'])('agree on the %s suite of IPTC', (version) => {
      for (const wanted of ['should_pass', 'should_fail']) {
        for (const { name, text } of standardFiles(`ninjs/test_suite/${version}/${wanted}`))
          expect([name, ninjsFindings(JSON.parse(text)).length === 0]).toEqual([
            name,
            wanted === 'should_pass',
          ])
      }
    })
    test('agree on the examples of IPTC, one of which has an address that is none', () => {
      const faultsOf = ninjsSchema()
      const refused = standardFiles('ninjs/examples-3.1').filter(({ name, text }) => {
        const json = JSON.parse(text) as unknown
        expect([name, ninjsFindings(json).length > 0]).toEqual([name, faultsOf(json).length > 0])
        return faultsOf(json).length > 0
      })
      expect(refused.map(({ name }) => name)).toEqual(['002_renditions_example.json'])
    })
    test('agree on any part of an item that is changed', async () => {
      const of = await item()
      const faultsOf = ninjsSchema()
      fc.assert(
        fc.property(anyJsonChange(of), (changed) => {
          expect(ninjsFindings(changed).length > 0).toBe(faultsOf(changed).length > 0)
        }),
        { numRuns: 400 },
      )
    })
    test.each(['newsml-g2', 'nitf'] as const)('both refuse each fault planted in %s', async (standard) => {
      const xml = await wireText(formats[standard], fullArticle('ar'))
      const files: Record<string, string> = {}
      for (const [at, [from, to]] of xmlFaults[standard].entries()) {
        expect(xml).toContain(from)
        files[`${at}.xml`] = xml.replace(from, to)
      }
      const names = Object.keys(files)
      const faults = await schemaFaults(standard, files)
      expect(names.filter((name) => !faults[name])).toEqual([])
      expect(names.filter((name) => findingsOf[standard](files[name] ?? '').length === 0)).toEqual([])
    })
    test.each(['newsml-g2', 'nitf'] as const)(
      'whatever the schema refuses of %s, our rules refuse too',
      async (standard) => {
        const xml = await wireText(formats[standard], fullArticle('ar'))
        const tree = writtenTree(xml)
        if (!tree) throw new Error('not well-formed')
        const changed = fc.sample(anyXmlChange(tree), { numRuns: 500, seed: 3 })
        const silent = changed.filter((file) => findingsOf[standard](file).length === 0)
        expect(silent.length).toBeLessThan(changed.length * 0.7)
        const faults = await schemaFaults(
          standard,
          Object.fromEntries(silent.map((file, at) => [`${at}.xml`, file])),
        )
        expect(faults).toEqual({})
      },
    )
  },
)
