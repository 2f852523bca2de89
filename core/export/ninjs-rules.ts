import { isInstant, isTruncatedDate, isUri, type Finding, type ValueRule } from './wire-rules.ts'
import { geoJson } from './geojson-rules.ts'

/** What a value of a ninjs item may be; says so of each part that it is not. */
export type JsonRule = (value: unknown, path: string) => Finding[]

const fault = (path: string, message: string): Finding[] => [{ path, message }]
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text: JsonRule = (value, path) => (typeof value === 'string' ? [] : fault(path, 'is no text'))
const written =
  (rule: ValueRule): JsonRule =>
  (value, path) => {
    if (typeof value !== 'string') return fault(path, 'is no text')
    const wrong = rule(value)
    return wrong === undefined ? [] : fault(path, wrong)
  }
const number: JsonRule = (value, path) => (typeof value === 'number' ? [] : fault(path, 'is no number'))
const integer =
  (least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): JsonRule =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? []
      : fault(path, `is no whole number from ${least} to ${most}`)
const oneOf =
  (...values: string[]): JsonRule =>
  (value, path) =>
    typeof value === 'string' && values.includes(value) ? [] : fault(path, `is none of ${values.join(', ')}`)
const list =
  (rule: JsonRule): JsonRule =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each: unknown, at) => rule(each, `${path}/${at}`))
      : fault(path, 'is no list')
type Properties = Readonly<Record<string, JsonRule>>
/** An object of these properties and no others; `exactlyOne`: of each of these groups. */
const object =
  (
    properties: Properties | (() => Properties),
    required: string[] = [],
    exactlyOne: string[][] = [],
  ): JsonRule =>
  (value, path) => {
    if (!isObject(value)) return fault(path, 'is no object')
    const known = new Map(Object.entries(typeof properties === 'function' ? properties() : properties))
    // What is undefined is not written.
    const entries = Object.entries(value).filter(([, part]) => part !== undefined)
    const has = (name: string) => entries.some(([key]) => key === name)
    return [
      ...required.filter((name) => !has(name)).map((name) => ({ path, message: `has no ${name}` })),
      ...exactlyOne
        .filter((names) => names.filter(has).length !== 1)
        .map((names) => ({ path, message: `has not exactly one of ${names.join(', ')}` })),
      ...entries.flatMap(([key, part]) => {
        const rule = known.get(key)
        return rule ? rule(part, `${path}/${key}`) : fault(path, `has ${key}, which ninjs 3.1 does not know`)
      }),
    ]
  }

const uri = written(isUri)
const instant = written(isInstant)
const cutDate = written(isTruncatedDate)
const urgency = integer(1, 9)
const percent = integer(0, 100)
const pubStatus = oneOf('usable', 'withheld', 'canceled')
const kind = oneOf(
  'text',
  'audio',
  'video',
  'picture',
  'graphic',
  'composite',
  'component',
  'event',
  'planning',
)

const address = object({ lines: list(text), locality: text, area: text, postalCode: text, country: text })
const contactInfo = list(
  object(
    { type: text, role: text, lang: text, name: text, value: text, address },
    [],
    [['value', 'address']],
  ),
)
const concept = { name: text, rel: text, uri, literal: text }
const symbol = object({ exchange: text, symbolType: uri, symbol: text })
const organisation = object({ ...concept, symbols: list(symbol), contactInfo })
const rendition = object(
  {
    name: text,
    title: text,
    href: uri,
    contentType: text,
    width: integer(),
    height: integer(),
    sizeInBytes: integer(),
    duration: number,
    format: text,
    aspectRatio: text,
    videoCodec: text,
    frameRate: number,
    poi: object({ x: integer(), y: integer() }),
    transportProtocol: text,
    scanType: oneOf('progressive', 'interlaced'),
    bitrate: text,
  },
  ['name'],
)
const recurrenceRule = object({
  frequency: oneOf('secondly', 'minutely', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'),
  interval: integer(),
  until: instant,
  count: integer(),
})
const datesShape = object({
  startDate: instant,
  endDate: instant,
  expectedStartDate: cutDate,
  expectedEndDate: cutDate,
  expectedDuration: text,
  recurrence: object({ recurrenceDates: () => [], recurrenceRules: list(recurrenceRule) }),
})
/** A start or an end, each of one kind (the schema's `anyOf` of two `oneOf`). */
const dates: JsonRule = (value, path) => {
  const isOne = (one: string, other: string) => isObject(value) && one in value !== other in value
  const isSaid = isOne('startDate', 'expectedStartDate') || isOne('endDate', 'expectedEndDate')
  return [
    ...datesShape(value, path),
    ...(isSaid ? [] : fault(path, 'says neither when it begins nor when it ends, or both twice')),
  ]
}
const reference = object({ name: text, value: text })
const coverage = object({
  uri,
  title: text,
  pubStatus,
  type: kind,
  commissioned: object({ by: text, on: instant, references: list(reference) }),
  dates,
  audiences: list(object({ audience: text, significance: integer() })),
  exclAudience: list(text),
  edNote: text,
  urgency,
  language: text,
  itemCount: object({ rangeFrom: integer(), rangeTo: integer() }),
  wordCount: integer(),
  renditions: list(rendition),
})
const worded = { role: text, contentType: text, value: text }

const itemProperties = (): Properties => ({
  uri,
  type: kind,
  representationType: oneOf('full', 'partial'),
  profile: text,
  version: text,
  firstCreated: instant,
  versionCreated: instant,
  contentCreated: instant,
  embargoedUntil: instant,
  pubStatus,
  urgency,
  copyrightHolder: text,
  copyrightNotice: text,
  usageTerms: text,
  edNote: text,
  language: text,
  descriptions: list(object(worded, ['value'])),
  bodies: list(object({ ...worded, charCount: integer(), wordCount: integer() }, ['value'])),
  headlines: list(object(worded, ['value'])),
  people: list(object({ ...concept, contactInfo })),
  organisations: list(organisation),
  places: list(object({ ...concept, contactInfo, geoJSON: geoJson })),
  subjects: list(object({ ...concept, creator: text, relevance: percent, confidence: percent })),
  events: list(object({ id: text, ...concept })),
  eventDetails: object({ eventStatus: uri, plannedCoverageStatus: uri, dates, organiser: organisation }),
  plannedCoverage: list(coverage),
  objects: list(object(concept)),
  infoSources: list(object({ name: text, role: text, uri, literal: text, contactInfo })),
  title: text,
  by: text,
  slugline: text,
  located: text,
  renditions: list(rendition),
  associations: list(object(associationProperties, ['name', 'uri'])),
  altIds: list(object({ role: text, value: text })),
  trustIndicators: list(object({ role: uri, title: text, href: uri })),
  standard: object({ name: text, version: text, schema: uri }),
  genres: list(object({ name: text, uri: text, literal: text })),
  expires: instant,
  rightsInfo: object(
    { langId: uri, linkedRights: uri, encodedRights: text },
    [],
    [['linkedRights', 'encodedRights']],
  ),
  digitalSourceType: object({ name: text, uri, literal: text }),
})
const associationProperties = (): Properties => ({ ...itemProperties(), name: text, rel: text })
const item = object(itemProperties, ['uri'])

/** Everything in which a JSON value differs from what ninjs 3.1 asks for; docs/wire.md names the few things that are not looked at. */
export const ninjsFindings = (json: unknown): Finding[] => item(json, '')
