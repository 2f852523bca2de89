// Draws the lead pictures of the sample articles: `node tools/draw-samples.mjs`. They are committed, so this is run
// only when they are to change.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'

const folder = fileURLToPath(new URL('../assets/samples/', import.meta.url))
const width = 1600
const height = 900

// The same "chance" each time, so that a picture drawn again is the same picture.
function chance(seed) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

const gradient = (id, stops) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join('')}</linearGradient>`

function ridge(baseY, rise, seed, step) {
  const random = chance(seed)
  const points = []
  for (let x = -step; x <= width + step; x += step) points.push([x, baseY - random() * rise])
  const middle = points.map(([x, y], index) => {
    const next = points[index + 1] ?? [x, y]
    return `Q${x},${y} ${(x + next[0]) / 2},${(y + next[1]) / 2}`
  })
  return `M-${step},${height} L-${step},${baseY} ${middle.join(' ')} L${width + step},${height} Z`
}

function ferry() {
  const random = chance(7)
  const houses = Array.from({ length: 34 }, (_unused, index) => {
    const x = index * 50 - 20 + random() * 14
    const tall = 40 + random() * 90
    return `<rect x="${x}" y="${520 - tall}" width="${44 + random() * 26}" height="${tall}"/>`
  }).join('')
  const arches = Array.from(
    { length: 12 },
    (_unused, index) => `<path d="M${60 + index * 130},560 v-18 a50,34 0 0 1 100,0 v18 z"/>`,
  ).join('')
  const glints = Array.from({ length: 130 }, () => {
    const y = 570 + random() ** 1.4 * 320
    const x = 1130 + (random() - 0.5) * (160 + (y - 560) * 1.5)
    return `<rect x="${x}" y="${y}" width="${16 + random() * 60}" height="3" rx="1.5" opacity="${0.25 + random() * 0.5}"/>`
  }).join('')
  const panels = Array.from(
    { length: 8 },
    (_unused, index) =>
      `<path d="M${536 + index * 46},586 l14,-30 h34 l-8,30 z" fill="#1f3f66" stroke="#dfe7ee" stroke-width="2"/>`,
  ).join('')
  const windows = Array.from(
    { length: 7 },
    (_unused, index) => `<rect x="${552 + index * 50}" y="606" width="32" height="30" rx="3"/>`,
  ).join('')
  return `<defs>${gradient('sky', [
    [0, '#2f5f83'],
    [0.55, '#e6a87c'],
    [1, '#f9dcae'],
  ])}${gradient('river', [
    [0, '#e2a884'],
    [0.3, '#7796a5'],
    [1, '#234860'],
  ])}</defs>
    <rect width="1600" height="900" fill="url(#sky)"/>
    <circle cx="1130" cy="470" r="96" fill="#fff1cf" opacity=".35"/><circle cx="1130" cy="470" r="66" fill="#fff4d8"/>
    <g fill="#7d6f7c">${houses}<rect x="352" y="270" width="26" height="250"/><rect x="342" y="318" width="46" height="12"/><path d="M352,270 q13,-44 26,0 z"/><path d="M690,410 a52,52 0 0 1 104,0 v110 h-104 z"/></g>
    <path d="M0,512 h1600 v56 h-1600 z" fill="#4b4f63"/>
    <rect y="560" width="1600" height="340" fill="url(#river)"/>
    <path d="M0,500 h1600 v20 h-1600 z" fill="#3c4054"/><g fill="#c9937a">${arches}</g>
    <g fill="#fff2d2">${glints}</g>
    <g><path d="M470,650 h500 l-46,70 q-6,10 -20,10 h-356 q-14,0 -22,-10 z" fill="#f4efe4"/><path d="M494,686 h452 l-14,20 h-424 z" fill="#b3472f"/>
    <rect x="532" y="592" width="378" height="58" fill="#fbf8f0"/><g fill="#36566d">${windows}</g><rect x="520" y="584" width="402" height="10" rx="3" fill="#d9d2c1"/>${panels}
    <rect x="918" y="560" width="6" height="90" fill="#e9e3d5"/><path d="M924,562 l44,12 l-44,14 z" fill="#b3472f"/></g>
    <path d="M430,738 q300,26 600,0" stroke="#f3e4cc" stroke-width="4" fill="none" opacity=".7"/><path d="M400,758 q330,30 680,0" stroke="#f3e4cc" stroke-width="3" fill="none" opacity=".4"/>
    <path d="M0,900 v-70 q90,-40 190,-14 q120,34 230,84 z" fill="#17303f"/>`
}

function archive() {
  const random = chance(23)
  const scenes = ['#8a7458', '#7b6a55', '#94805f', '#6f6252', '#867055']
  const prints = Array.from({ length: 5 }, (_unused, index) => {
    const x = 130 + index * 285
    const y = 262 + Math.sin(((index + 0.5) / 5) * Math.PI) * 62
    const turn = (random() - 0.5) * 9
    const tone = scenes[index]
    const inside = [
      `<path d="M20,170 l60,-70 l44,46 l36,-30 l60,54 z" fill="${tone}"/><circle cx="176" cy="66" r="18" fill="${tone}" opacity=".6"/>`,
      `<path d="M60,170 v-60 a60,50 0 0 1 120,0 v60 z" fill="${tone}"/><rect x="108" y="120" width="26" height="50" fill="#e4d7bd"/>`,
      `<circle cx="90" cy="88" r="24" fill="${tone}"/><path d="M50,170 q0,-54 40,-54 q40,0 40,54 z" fill="${tone}"/><circle cx="160" cy="98" r="20" fill="${tone}" opacity=".8"/><path d="M126,170 q0,-46 34,-46 q34,0 34,46 z" fill="${tone}" opacity=".8"/>`,
      `<path d="M20,170 v-44 h40 v-30 h50 v-26 h40 v46 h34 v-20 h36 v74 z" fill="${tone}"/>`,
      `<path d="M120,170 v-70" stroke="${tone}" stroke-width="12"/><circle cx="120" cy="80" r="44" fill="${tone}"/><circle cx="84" cy="104" r="28" fill="${tone}" opacity=".85"/><circle cx="156" cy="104" r="28" fill="${tone}" opacity=".85"/>`,
    ][index]
    return `<g transform="translate(${x} ${y}) rotate(${turn} 120 0)"><rect x="4" y="10" width="240" height="262" rx="3" fill="#1d2a2a" opacity=".28"/>
      <rect width="240" height="262" rx="3" fill="#f7f1e3"/><rect x="20" y="20" width="200" height="170" fill="#e4d7bd"/><svg x="0" y="20" width="240" height="170" viewBox="0 0 240 170">${inside}</svg>
      <rect x="20" y="170" width="200" height="20" fill="${tone}"/><path d="M60,222 h120 M84,240 h72" stroke="#b8a98c" stroke-width="5" stroke-linecap="round"/>
      <rect x="111" y="-26" width="18" height="52" rx="4" fill="#b3472f"/><rect x="111" y="-4" width="18" height="5" fill="#8c3523"/></g>`
  }).join('')
  return `<defs>${gradient('sky', [
    [0, '#86a9ae'],
    [0.6, '#d8d3b8'],
    [1, '#eadfc2'],
  ])}</defs>
    <rect width="1600" height="900" fill="url(#sky)"/>
    <path d="${ridge(560, 190, 5, 200)}" fill="#7f979a"/><path d="${ridge(660, 150, 11, 160)}" fill="#5d7b7c"/><path d="${ridge(770, 100, 17, 230)}" fill="#3f6062"/>
    <rect y="800" width="1600" height="100" fill="#2c494b"/>
    <path d="M-20,210 Q800,380 1620,210" stroke="#5b4a38" stroke-width="6" fill="none"/>${prints}`
}

function shepherds() {
  const random = chance(41)
  const stars = Array.from(
    { length: 190 },
    () =>
      `<circle cx="${random() * 1600}" cy="${random() ** 1.2 * 520}" r="${0.8 + random() * 2.2}" opacity="${0.35 + random() * 0.65}"/>`,
  ).join('')
  const sheep = Array.from({ length: 13 }, (_unused, index) => {
    const x = 130 + index * 62 + random() * 30
    const y = 742 + random() * 84
    const size = 0.75 + (y - 742) / 190
    const facing = random() > 0.5 ? 1 : -1
    return {
      y,
      svg: `<g transform="translate(${x} ${y}) scale(${size * facing} ${size})"><path d="M-20,16 v20 M-8,18 v20 M10,18 v20 M20,16 v20" stroke="#2a2a35" stroke-width="5"/><g fill="#e9e3d6"><circle cx="-18" cy="4" r="16"/><circle cx="0" cy="-4" r="20"/><circle cx="18" cy="4" r="16"/><circle cx="0" cy="10" r="18"/></g><path d="M28,-10 q20,2 18,18 q-10,8 -18,-4 z" fill="#2f2f3b"/></g>`,
    }
  })
    .sort((one, other) => one.y - other.y)
    .map(({ svg }) => svg)
    .join('')
  return `<defs>${gradient('sky', [
    [0, '#0f1c38'],
    [0.6, '#2d4670'],
    [1, '#7a7d9c'],
  ])}<radialGradient id="glow"><stop offset="0" stop-color="#ffd489" stop-opacity=".75"/><stop offset="1" stop-color="#ffd489" stop-opacity="0"/></radialGradient></defs>
    <rect width="1600" height="900" fill="url(#sky)"/><g fill="#fff8e6">${stars}</g>
    <path d="M0,620 L180,430 L300,520 L520,250 L660,420 L760,340 L960,560 L1120,400 L1290,540 L1440,380 L1600,520 V900 H0 Z" fill="#3a4d76"/>
    <path d="M520,250 l-78,96 l40,-16 l26,34 l30,-40 l32,28 l22,-12 z M760,340 l-46,38 l26,2 l20,24 l22,-26 l34,8 z M1440,380 l-64,70 l38,-10 l24,28 l26,-32 l44,20 z M180,430 l-48,50 l34,-8 l22,20 l40,-18 z M1120,400 l-52,52 l34,-4 l18,22 l26,-30 l34,10 z" fill="#eef1f6"/>
    <path d="${ridge(690, 70, 3, 260)}" fill="#22304f"/><path d="${ridge(760, 40, 9, 320)}" fill="#18223a"/>
    <circle cx="1190" cy="690" r="300" fill="url(#glow)"/>
    <path d="M1000,770 L1190,560 L1380,770 Z" fill="#e7b46a"/><path d="M1190,560 L1150,770 H1230 Z" fill="#fff0c4"/><path d="M1000,770 L1190,560 L1150,770 Z" fill="#c98d4b"/><path d="M1190,560 v-34" stroke="#5b4a38" stroke-width="7"/>
    ${sheep}<path d="M0,900 v-36 q400,-34 800,-10 q400,22 800,-14 v60 z" fill="#0f1728"/>`
}

function bus() {
  const random = chance(63)
  const windows = Array.from({ length: 6 }, (_unused, index) => {
    const x = 508 + index * 92
    const books = Array.from({ length: 9 }, (_book, at) => {
      const tall = 34 + random() * 16
      const tone = ['#8c3523', '#2f5f83', '#c98d4b', '#3f6062', '#e4d7bd'][Math.floor(random() * 5)]
      return `<rect x="${x + 5 + at * 7.6}" y="${606 - tall}" width="6" height="${tall}" fill="${tone}"/>`
    }).join('')
    return `<rect x="${x}" y="546" width="76" height="64" rx="8" fill="#f8e7bd"/>${books}<rect x="${x}" y="606" width="76" height="4" fill="#7a5a38"/>`
  }).join('')
  const trees = Array.from({ length: 26 }, () => {
    const x = random() * 1600
    const y = 600 + random() * 70
    const size = 16 + random() * 26
    return `<path d="M${x},${y} l${size * 0.5},${-size * 1.9} l${size * 0.5},${size * 1.9} z"/>`
  }).join('')
  const wheel = (x) =>
    `<circle cx="${x}" cy="694" r="38" fill="#22242c"/><circle cx="${x}" cy="694" r="17" fill="#cfd3d6"/>`
  return `<defs>${gradient('sky', [
    [0, '#7fb0c9'],
    [0.6, '#cfe0d8'],
    [1, '#f3e6c4'],
  ])}</defs>
    <rect width="1600" height="900" fill="url(#sky)"/><circle cx="330" cy="230" r="70" fill="#fff6d8"/>
    <path d="${ridge(470, 210, 29, 210)}" fill="#8ea6b4"/><path d="${ridge(560, 150, 37, 170)}" fill="#6d8f86"/><path d="${ridge(650, 90, 15, 240)}" fill="#55785c"/>
    <g fill="#35573f">${trees}</g><path d="${ridge(730, 40, 21, 330)}" fill="#4b6b47"/>
    <path d="M0,706 Q800,676 1600,716 V816 Q800,770 0,806 Z" fill="#6b6a6c"/><path d="M40,758 Q800,722 1560,766" stroke="#f3e6c4" stroke-width="6" stroke-dasharray="54 40" fill="none"/>
    <ellipse cx="800" cy="732" rx="380" ry="14" fill="#1d2a2a" opacity=".3"/>
    <path d="M470,690 v-150 q0,-40 40,-40 h572 q34,0 46,34 l28,78 v78 z" fill="#b3472f"/><path d="M470,640 h686 v14 h-686 z" fill="#f1dfbd"/>
    ${windows}<path d="M1068,546 h48 l24,64 h-72 z" fill="#dcebf0"/><rect x="1128" y="662" width="26" height="14" rx="5" fill="#fff1cf"/>
    <g><rect x="560" y="470" width="210" height="30" rx="5" fill="#8c6a43"/><rect x="580" y="452" width="90" height="18" fill="#2f5f83"/><rect x="684" y="446" width="66" height="24" fill="#c98d4b"/></g>
    ${wheel(600)}${wheel(1020)}<path d="M0,900 v-70 q420,-40 840,-14 q420,24 760,-16 v100 z" fill="#304a34"/>`
}

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width, height } })
  for (const [name, draw] of Object.entries({ ferry, archive, shepherds, bus })) {
    await page.setContent(
      `<style>body{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${draw()}</svg>`,
    )
    await writeFile(`${folder}${name}.jpg`, await page.screenshot({ type: 'jpeg', quality: 80 }))
  }
} finally {
  await browser.close()
}
