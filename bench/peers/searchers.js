import { Document } from 'flexsearch'
import MiniSearch from 'minisearch'

const fields = ['headline', 'byline', 'text']

/** An index of MiniSearch over words that are folded already. */
export function miniSearch(words) {
  const options = {
    idField: 'id',
    fields,
    storeFields: ['headline'],
    tokenize: words,
    processTerm: (term) => term,
  }
  const index = new MiniSearch(options)
  return {
    addAll: (documents) => index.addAll(documents),
    find(query, isPrefix) {
      const prefix = (_term, at, terms) => isPrefix && at === terms.length - 1
      return index.search(query, { combineWith: 'AND', prefix, boost: { headline: 2 } }).length
    },
    update: (document) => index.replace(document),
    toText: () => JSON.stringify(index),
    fromText: (text) => MiniSearch.loadJSON(text, options),
  }
}

/** The same of FlexSearch, which begins at every prefix of a word and ranks nothing. */
export function flexSearch(words) {
  const create = () =>
    new Document({ tokenize: 'forward', encode: words, document: { id: 'id', index: fields } })
  const index = create()
  return {
    addAll(documents) {
      for (const document of documents) index.add(document)
    },
    find(query) {
      const found = index.search(query, { limit: 1000 }).flatMap(({ result }) => result)
      return new Set(found).size
    },
    update: (document) => index.update(document),
    // A part a line: they are JSON, in which no line ends.
    toText() {
      const lines = []
      index.export((key, value) => {
        if (value) lines.push(`${key}\t${value}`)
      })
      return lines.join('\n')
    },
    fromText(text) {
      const read = create()
      for (const line of text.split('\n')) {
        const tab = line.indexOf('\t')
        read.import(line.slice(0, tab), line.slice(tab + 1))
      }
      return read
    },
  }
}
