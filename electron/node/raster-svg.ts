import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

let ready: Promise<void> | undefined

/** A drawing as PNG. It is ours, has no text and asks for no file: resvg could do neither here. @throws where it is no SVG */
export async function drawSvg(svg: string): Promise<Uint8Array> {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(
    (bytes) => initWasm(bytes),
  )
  await ready
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } })
  try {
    const drawn = drawing.render()
    const png = Uint8Array.from(drawn.asPng())
    drawn.free()
    return png
  } finally {
    drawing.free()
  }
}
