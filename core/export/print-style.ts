import { listStyle, type PageContext } from './page-context.ts'

/**
 * A page on paper: margins, its number at the foot, no link that leads nowhere there, the address behind a link that says another
 * thing, nothing torn apart that belongs together.
 */
export const printStyle = (page: PageContext): string =>
  `@page{margin:18mm 18mm 20mm;@bottom-center{content:counter(page,${listStyle(page)});font-size:9pt}}
@media print{html{background:none}body{font-size:11.5pt}main,.masthead,footer{inline-size:auto}.top,footer{display:none}.masthead{padding-block-start:0}a{color:inherit}
.story a[href^=http]:not(.bare)::after{content:' \\2066(' attr(href) ')\\2069';font-size:.75em;overflow-wrap:anywhere;color:var(--muted)}
.story .embed>a::after{flex:0 0 100%;padding:.25em 1.1em .6em}
.table{overflow:visible}thead{display:table-header-group}figure,tr,blockquote,.fact-box,.timeline>li,.sources li{break-inside:avoid}.gallery{break-inside:auto}.gallery .pictures{grid-template-columns:repeat(3,minmax(0,1fr))}.gallery .pictures figure,.questions>div{break-inside:avoid}.back{display:none}h1,h2,h3,h4,dt,.when,.kicker{break-after:avoid}p,li,dd{orphans:3;widows:3}.sources{break-before:auto}.footnote a{text-decoration:none}.lead-picture{margin-inline:0!important}.lead-picture>img{max-block-size:11cm;inline-size:auto!important}.lead-picture>.crop{max-inline-size:calc(11cm*var(--shape))!important}img{print-color-adjust:exact}}`
