import type { Catalogue, InterfaceLanguage } from '../../core/i18n/languages.ts'

/** What stands for a catalogue in the built page (vite.config.ts): how to read it. */
interface CatalogueApart {
  apart: () => Promise<{ default: Catalogue }>
}

/**
 * The language with its words. Built, the page reads only those of the language that it speaks; anywhere else they are
 * there already. Rejects where the host does not answer.
 */
export async function readCatalogue(language: InterfaceLanguage): Promise<InterfaceLanguage> {
  const catalogue: Catalogue | CatalogueApart = language.catalogue
  if (!isApart(catalogue)) return language
  return { ...language, catalogue: (await catalogue.apart()).default }
}

const isApart = (catalogue: Catalogue | CatalogueApart): catalogue is CatalogueApart => 'apart' in catalogue
