import { listStyle, type PageContext } from './page-context.ts'
import { fontStack } from './page-fonts.ts'
import { printStyle } from './print-style.ts'
import { toUtf8, type Piece } from './utf8.ts'

/**
 * The style of a page: logical properties only, so one sheet serves both directions. Sizes are by script: Naskh needs a
 * line height of at least 1.8, Arabic is never slanted or spaced (rtl.md Recommendation 9).
 */
export function pageStyle(page: PageContext): Piece[] {
  const { ink, muted, paper, accent, line } = page.theme.colours
  const { script } = page.language
  const own = [
    `:root{color-scheme:light;--ink:${ink};--muted:${muted};--paper:${paper};--accent:${accent};--line:${line};`,
    `--text:${fontStack(page, 'text')};--head:${fontStack(page, 'headline')};--small:${fontStack(page, 'small')};`,
    `${sizes[script]};--numbers:${listStyle(page)}}\n`,
  ].join('\n')
  const layout = layouts[page.theme.layout === 'modern' ? 'modern' : 'classic']
  return [own, common, features, ...(script === 'latin' ? [latin] : []), layout, printStyle(page)]
}

/** Most of a sheet is that of every page: its bytes are made once, with the end of its last line. */
function fixed(rules: string): Uint8Array {
  return toUtf8(`${rules}\n`)
}

const sizes = {
  arabic:
    '--size:1.25rem;--leading:1.9;--small-leading:1.75;--title:clamp(1.5rem,1.15rem + 1.6vw,2.125rem);--title-leading:1.55;--display:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);--display-leading:1.5;--title-weight:700',
  hebrew:
    '--size:1.1875rem;--leading:1.75;--small-leading:1.6;--title:clamp(1.5rem,1.15rem + 1.6vw,2.125rem);--title-leading:1.35;--display:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);--display-leading:1.3;--title-weight:700',
  latin:
    '--size:1.1875rem;--leading:1.65;--small-leading:1.5;--title:clamp(1.75rem,1.3rem + 2vw,2.5rem);--title-leading:1.18;--display:clamp(2rem,1.4rem + 3vw,3.25rem);--display-leading:1.12;--title-weight:700',
}

const common = fixed(`*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;background:var(--paper);color:var(--ink)}
body{margin:0;font:400 var(--size)/var(--leading) var(--text);overflow-wrap:break-word}
p,h1,h2,h3,h4,figure,blockquote,ul,ol{margin:0;padding:0}
bdi,time,a{unicode-bidi:isolate}
.run{white-space:nowrap}
a{color:var(--accent);text-decoration:underline;text-decoration-thickness:.06em;text-underline-offset:.22em}
img{display:block;max-inline-size:100%;block-size:auto;background:var(--line)}
main,.masthead,footer{inline-size:min(100% - 2.5rem,37.5rem);margin-inline:auto}
.masthead{padding-block:1rem;font:400 .875rem/var(--small-leading) var(--small);color:var(--muted);display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between}
.masthead>*,figcaption>*{min-inline-size:0}
.date-line{font-variant-numeric:tabular-nums}
.logo{font:700 1.125rem/1.5 var(--head);color:var(--accent)}
.logo img{block-size:3rem;inline-size:auto;background:none}
h1{font:var(--title-weight) var(--title)/var(--title-leading) var(--head);text-wrap:balance;margin-block:.35em .5em}
.kicker{font:600 .9375rem/var(--small-leading) var(--head);color:var(--accent)}
.subheadline{font:400 1.0625rem/1.8 var(--head);color:var(--muted);text-wrap:pretty;margin-block-end:.75em}
.byline{font:400 .875rem/var(--small-leading) var(--small);color:var(--muted);margin-block-end:1.5em}
.names{font-weight:600;color:var(--ink)}
.lead{margin-block-end:1.75rem}
.summary{font-weight:500;margin-block-end:1.25em}
.story>*{margin-block:0 .95em}
.story p{text-wrap:pretty}
h2,h3,h4{font-family:var(--head);font-weight:700;text-wrap:balance}
.story>h2,.story>h3,.story>h4{margin-block:1.6em .5em}
h2{font-size:1.3125rem;line-height:1.65}
h3{font-size:1.125rem;line-height:1.7}
h4{font-size:1rem;line-height:1.7;color:var(--muted)}
em{font-style:normal;font-weight:600;color:var(--accent)}
strong{font-weight:700}
sub,sup{font-size:.7em;line-height:1}
ul,ol{padding-inline-start:1.75em}
ol{list-style-type:var(--numbers)}
[dir=ltr] ol,ol[dir=ltr]{list-style-type:decimal}
ul{list-style-type:'\\25C6\\00A0\\00A0'}
ul>li::marker{color:var(--accent);font-size:.55em}
li+li{margin-block-start:.35em}
li>ul,li>ol{margin-block-start:.35em}
blockquote{border-inline-start:.1875rem solid var(--line);padding-inline-start:1.1em;color:var(--muted)}
blockquote>*+*{margin-block-start:.6em}
.pull-quote{margin-block:2em;padding-block:1.1em;border-block:1px solid var(--line);text-align:center}
.pull-quote::before{content:'';display:block;inline-size:.55rem;block-size:.55rem;margin:0 auto .9rem;background:var(--accent);rotate:45deg}
.pull-quote blockquote{border:0;padding:0;color:var(--ink);font-size:1.2em;line-height:1.75;font-weight:500}
.story .pull-quote p{text-wrap:balance}
.pull-quote figcaption{padding:0;justify-content:center;margin-block-start:.6em}
hr{border:0;block-size:.55rem;margin-block:2.25em!important;background:linear-gradient(var(--line),var(--line)) center/5rem 1px no-repeat}
.table{overflow-x:auto;overscroll-behavior-inline:contain;font:400 1rem/1.7 var(--small);border-block:1px solid var(--ink)}
.table:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;min-inline-size:100%;font-variant-numeric:tabular-nums}
th,td{padding:.5em .75em;text-align:start;vertical-align:top;border-block-end:1px solid var(--line);min-inline-size:5rem}
tbody tr:last-child>*{border-block-end:0}
thead th{font-weight:700;border-block-end-color:var(--ink)}
th,.corner{font-weight:600}
figcaption{padding-block-start:.6em;font:400 .875rem/var(--small-leading) var(--small);color:var(--muted);display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.25em}
.story>figure{margin-block:1.75em}
.story figure>img,.story figure>.crop{margin-inline:auto}
.crop{display:block;position:relative;overflow:hidden;direction:ltr;inline-size:100%;max-inline-size:var(--most);aspect-ratio:var(--shape);background:var(--line)}
.crop>img{position:absolute;inset-inline-start:var(--x);inset-block-start:var(--y);inline-size:var(--wide);max-inline-size:none;block-size:auto}
.gallery .pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(max(min(100%,8.5rem),(100% - 2.1rem)/3),1fr));gap:1.25rem 1rem;align-items:start}
.gallery.in-pairs .pictures{grid-template-columns:repeat(2,minmax(0,1fr))}
.gallery .pictures figure>img{inline-size:100%;aspect-ratio:4/3;object-fit:cover}
.gallery .pictures figcaption{padding-block-start:.4em;font-size:.8125rem}
.gallery>figcaption{margin-block-start:.85em;padding-block:.6em 0;border-block-start:1px solid var(--line);color:var(--ink)}
.embed>a{display:flex;flex-wrap:wrap;border:1px solid var(--line);border-radius:.5rem;overflow:hidden;color:inherit;text-decoration:none}
.embed>a:hover{border-color:var(--accent)}
.embed img{flex:1 1 11rem;min-inline-size:0;max-inline-size:100%;aspect-ratio:16/9;object-fit:cover;align-self:stretch;block-size:auto}
.embed .card{flex:2 1 14rem;display:flex;flex-direction:column;justify-content:center;gap:.25em;padding:.9em 1.1em;min-inline-size:0;font:400 .875rem/var(--small-leading) var(--small);color:var(--muted)}
.embed .title{font-size:1.0625rem;font-weight:600;color:var(--ink);text-wrap:balance}
.embed .address{color:var(--accent);overflow-wrap:anywhere}
.source{font:700 1rem/1.6 var(--head);margin-block-start:2.25em;padding-block-start:1.1em;border-block-start:1px solid var(--line)}
footer{padding-block:1.25rem 3rem;font:400 .875rem/1.6 var(--small)}
.top a{color:var(--muted)}
.top a:hover{color:var(--accent)}`)

/** Fact boxes, questions with answers, timelines, footnotes and sources. */
const features = fixed(`dl,dd{margin:0}
.fact-box{padding:1.1em 1.25em 1.25em;border-block-start:2px solid var(--accent);background:color-mix(in srgb,var(--line) 32%,var(--paper));font-size:.94em}
.story>.fact-box{margin-block:2em}
.fact-box>*+*,.questions dd>*+*,.timeline li>*+*{margin-block-start:.55em}
.fact-box>h2{font-size:1.0625rem;line-height:1.7}
.story>.questions{margin-block:1.5em}
.questions>div+div{margin-block-start:1.5em}
.questions dt,.questions dd{position:relative;padding-inline-start:1.9em}
.questions dt{font-weight:700;margin-block-end:.35em}
.questions .label{position:absolute;inset-inline-start:0;color:var(--accent);font-weight:700}
.questions dd>.label{color:var(--muted)}
.questions .label+*{margin-block-start:0}
.story .timeline{list-style:none;padding:0;padding-inline-start:1.4em;border-inline-start:1px solid var(--line)}
.story>.timeline{margin-block:1.75em;margin-inline-start:.3rem}
.timeline>li{position:relative;min-block-size:1.7em}
.timeline>li+li{margin-block-start:1.25em}
.timeline>li::before{content:'';position:absolute;inset-inline-start:calc(-1.4em - .3rem);inset-block-start:.5em;inline-size:.55rem;block-size:.55rem;background:var(--accent);rotate:45deg}
.timeline>li>.when{font:600 .9375rem/1.7 var(--small);color:var(--muted);font-variant-numeric:tabular-nums}
.timeline>li>.when+*{margin-block-start:.15em}
.footnote{padding-inline-start:.1em;font-variant-numeric:tabular-nums}
.footnote a{text-decoration:none}
.story>.sources{margin-block-start:2.25em;padding-block-start:1.1em;border-block-start:1px solid var(--line);font:400 .875rem/var(--small-leading) var(--small);color:var(--muted)}
.sources .unnamed{list-style-type:none}
:target{background:color-mix(in srgb,var(--accent) 12%,transparent)}`)

const latin = fixed(`em{font-style:italic;font-weight:inherit;color:inherit}
.subheadline{line-height:1.5;font-size:1.125rem}
h2{line-height:1.3;font-size:1.5rem}h3,h4{line-height:1.35}
.pull-quote blockquote{line-height:1.45}
.table{line-height:1.5}`)

const layouts = {
  classic: fixed(`.classic .masthead{border-block-end:2px solid var(--ink)}
.classic main{padding-block-start:1.5rem}
.classic .headline-again{font:600 1rem/1.7 var(--head);color:var(--muted);text-wrap:pretty;position:relative;border-block-start:1px solid var(--line);padding-block:.9em .2em;padding-inline-start:1.25em}
.classic .headline-again::before{content:'';position:absolute;inset-block-start:1.55em;inset-inline-start:.15em;inline-size:.5rem;block-size:.5rem;background:var(--accent);rotate:45deg}
.classic .headline-again+figure{margin-block-start:.6em}`),
  modern: fixed(`.modern{--across:60rem}
.modern .masthead{inline-size:min(100% - 2.5rem,var(--across));border-block-end:1px solid var(--line);padding-block:.75rem;min-block-size:3.5rem}
.modern .logo{order:-1}
.modern main{padding-block-start:2rem}
.modern .kicker{font-size:1rem;display:flex;align-items:center;gap:.6em}
.modern .kicker::before{content:'';inline-size:1.5rem;block-size:.1875rem;background:var(--accent)}
.modern h1{font-size:var(--display);line-height:var(--display-leading);margin-block:.3em .4em}
.modern .subheadline{font-size:1.1875rem;color:var(--ink)}
.modern .lead-picture{margin-inline:-1.25rem}
.modern .lead-picture>img{inline-size:100%}
.modern .lead-picture>.crop{max-inline-size:none}
.modern .lead-picture figcaption{padding-inline:1.25rem}
.modern .headline-again{font:600 1rem/1.7 var(--head);margin-block-end:.6em}
.modern .lead{margin-block-end:2rem}
@media (min-width:48rem){.modern .lead-picture{inline-size:min(100vw - 5rem,var(--across));margin-inline:calc((100% - min(100vw - 5rem,var(--across)))/2)}.modern .lead-picture figcaption{padding-inline:0}.modern .pull-quote{margin-inline:-2rem}}
@media print{.modern .lead-picture{inline-size:auto}.modern .pull-quote{margin-inline:0}}`),
}
