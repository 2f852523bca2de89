import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite'

/** The module that the page's entry imports at once; everything it needs is named in the page itself. */
const drawnAtOnce = '/renderer/app/main.tsx'

/** The scripts that a chunk stands on, itself among them. */
function closure(bundle: Rolldown.OutputBundle, name: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[name]
  if (chunk?.type !== 'chunk' || seen.has(name)) return seen
  seen.add(name)
  for (const each of chunk.imports) closure(bundle, each, seen)
  return seen
}

/** Has the browser read what draws the story while the entry asks the desk for it. */
function namedInThePage(): Plugin {
  return {
    name: 'midad:named-in-the-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const main = Object.values(bundle).find(
          (one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(drawnAtOnce),
        )
        if (!main) throw new Error(`there is no chunk of ${drawnAtOnce}`)
        const names = [...closure(bundle, main.fileName)]
        const styles = names.flatMap((name) => {
          const chunk = bundle[name]
          return chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : []
        })
        const link = (rel: string, name: string): HtmlTagDescriptor[] =>
          html.includes(`/${name}"`)
            ? []
            : [{ tag: 'link', attrs: { rel, crossorigin: true, href: `/${name}` }, injectTo: 'head' }]
        return [
          ...names.flatMap((name) => link('modulepreload', name)),
          ...styles.flatMap((name) => link('stylesheet', name)),
        ]
      },
    },
  }
}

const catalogue = /\/assets\/locales\/\w+\.json$/

/**
 * Has each language's words read apart, when they are spoken: the page would else read those of all languages before its
 * first key. What stands for a catalogue is how to read it (renderer/ui/read-catalogue.ts).
 */
function cataloguesApart(): Plugin {
  return {
    name: 'midad:catalogues-apart',
    enforce: 'pre',
    resolveId: {
      filter: { id: catalogue },
      async handler(source, importer) {
        const found = await this.resolve(source, importer, { skipSelf: true })
        // Asked for by what stands for it, it is the catalogue itself.
        return found && !importer?.endsWith('?apart') ? { id: `${found.id}?apart` } : found
      },
    },
    load: {
      filter: { id: /\.json\?apart$/ },
      handler: (id) => ({
        code: `export default { apart: () => import(${JSON.stringify(id.replace('?apart', ''))}) }`,
        moduleType: 'js',
      }),
    },
  }
}

/** The page: renderer/ -> out/renderer, for the loopback host and for Electron alike. */
export default defineConfig({
  root: 'renderer',
  // Relative addresses would change with ?language=, absolute ones do not.
  base: '/',
  publicDir: false,
  plugins: [cataloguesApart(), react(), namedInThePage()],
  resolve: { alias: { zod: fileURLToPath(new URL('./renderer/without-schemas.ts', import.meta.url)) } },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
})
