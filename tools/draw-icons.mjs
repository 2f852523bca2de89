// Draws the icons from assets/icons/*.svg: `node tools/draw-icons.mjs`. They are committed, so this is run only when a
// drawing has changed (a test says so).
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { icnsFile, icoFile } from './icon-files.mjs'
import { root } from './steps.mjs'

const folder = join(root, 'assets/icons')
/** What the drawn files were drawn from. */
export const drawings = ['app.svg', 'app-small.svg', 'document.svg', 'document-small.svg']

const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]
const macSizes = [16, 32, 64, 128, 256, 512, 1024]
/** The sizes of the hicolor theme that a desktop of Linux looks for. */
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** The hash of each drawing, by its name. */
export async function hashes() {
  const hashOf = async (name) =>
    createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(await Promise.all(drawings.map(async (name) => [name, await hashOf(name)])))
}

/** Only macOS wants air around the tile; elsewhere it fills the square but for a few pixels. */
const withoutMargin = (svg) => svg.replace('viewBox="0 0 1024 1024"', 'viewBox="76 76 872 872"')

/** Draws one SVG at one size, in the page. */
function drawInPage({ svg, size }) {
  const picture = new Image(size, size)
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
    svg.replace('<svg ', `<svg width="${size}" height="${size}" `),
  )}`
  return picture.decode().then(() => {
    const canvas = document.createElement('canvas')
    canvas.width = size
    canvas.height = size
    const context = canvas.getContext('2d')
    context.drawImage(picture, 0, 0, size, size)
    return {
      size,
      png: canvas.toDataURL('image/png').split(',')[1],
      rgba: Array.from(context.getImageData(0, 0, size, size).data),
    }
  })
}

async function drawAll() {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const draw = async (svg, size) => {
    const { png, rgba } = await page.evaluate(drawInPage, { svg, size })
    return { size, png: Buffer.from(png, 'base64'), rgba: Uint8Array.from(rgba) }
  }
  const drawSizes = async (large, small, sizes) => {
    const drawn = []
    for (const size of sizes) drawn.push(await draw(size <= 32 ? small : large, size))
    return drawn
  }
  const [app, appSmall, article, articleSmall] = await Promise.all(
    drawings.map((name) => readFile(join(folder, name), 'utf8')),
  )
  const full = withoutMargin(app)

  await writeFile(join(folder, 'icon.ico'), icoFile(await drawSizes(full, appSmall, windowsSizes)))
  await writeFile(join(folder, 'icon.icns'), icnsFile(await drawSizes(app, appSmall, macSizes)))
  await writeFile(join(folder, 'document.ico'), icoFile(await drawSizes(article, articleSmall, windowsSizes)))
  await writeFile(join(folder, 'document.icns'), icnsFile(await drawSizes(article, articleSmall, macSizes)))
  await mkdir(join(folder, 'linux'), { recursive: true })
  for (const { size, png } of await drawSizes(full, appSmall, linuxSizes)) {
    await writeFile(join(folder, 'linux', `${size}x${size}.png`), png)
  }
  await browser.close()
  await writeFile(join(folder, 'drawn.json'), `${JSON.stringify(await hashes(), undefined, 2)}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await drawAll()
