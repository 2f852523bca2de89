import { listStyle, type PageContext } from './page-context.ts'
import { fontStack } from './page-fonts.ts'
import { printStyle } from './print-style.ts'

const leadings = { arabic: 1.85, hebrew: 1.7, latin: 1.6 }

/** The style of a page for slow lines: the fonts that the reader's system has, and not a rule more than reading needs. */
export function lightStyle(page: PageContext): string {
  const { ink, muted, paper, accent, line } = page.theme.colours
  const { script } = page.language
  const stressed = script === 'latin' ? '' : `\nem{font-style:normal;font-weight:600;color:${accent}}`
  return `*{box-sizing:border-box}
body{margin:0 auto;padding:0 1rem 2rem;max-inline-size:40rem;background:${paper};color:${ink};font:1.125rem/${leadings[script]} ${fontStack(page, 'text')};overflow-wrap:break-word}
h1,h2,h3,h4,.logo,.kicker{font-family:${fontStack(page, 'headline')};line-height:1.5;margin:1.2em 0 .4em}
h1{font-size:1.625rem;margin:.3em 0}h2{font-size:1.25rem}h3{font-size:1.125rem}h4{font-size:1rem}
a,.kicker,.logo,dt>.label{color:${accent}}
bdi,time,a{unicode-bidi:isolate}
.run{white-space:nowrap}
.masthead{display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between;border-block-end:1px solid ${line}}
.masthead p,.kicker{margin:.5rem 0}.logo,.kicker,.names,.when,dt,.source{font-weight:700}
.masthead,.byline,figcaption,.sources,.top{font-size:.875rem;color:${muted}}.subheadline{color:${muted}}
img{max-inline-size:100%;block-size:auto}.logo img{block-size:2.5rem;inline-size:auto}
figure{margin:1.25rem 0}.pictures figure{margin:.75rem 0}.caption,.card>*{display:block}
.crop{display:block;position:relative;overflow:hidden;direction:ltr;max-inline-size:var(--most);aspect-ratio:var(--shape)}.crop>img{position:absolute;inset-inline-start:var(--x);inset-block-start:var(--y);inline-size:var(--wide);max-inline-size:none}
blockquote{margin:0;padding-inline-start:1rem;border-inline-start:3px solid ${line}}
.fact-box,.embed{padding:.25rem 1rem;border:1px solid ${line}}
.table{overflow-x:auto}table{border-collapse:collapse;inline-size:100%}th,td{padding:.3em .5em;border-block-end:1px solid ${line};text-align:start;vertical-align:top}td p,th p{margin:0}li p{margin:.3em 0}
ol{list-style-type:${listStyle(page)}}[dir=ltr] ol,ol[dir=ltr]{list-style-type:decimal}
dd{margin:0 0 1rem}dd>.label+p{display:inline}ol.timeline,[dir=ltr] ol.timeline{list-style:none;padding:0}.when{margin:0}.when+p{margin-block-start:0}.sources .unnamed{list-style:none}
hr{border:0;border-block-start:1px solid ${line}}${stressed}
${printStyle(page)}`
}
