/** The style sheet of a site: that of every page of ours, and what a list of products needs; narrow, in the dark and on paper too. */
import { BASE_STYLES } from '../../report/page/html-base.js';

export const SITE_STYLES = `${BASE_STYLES}main,.top,footer{max-width:70rem}
.top{display:flex;flex-wrap:wrap;gap:.2rem 2rem;align-items:baseline;padding-top:.9rem;padding-bottom:.7rem;border-bottom:1px solid var(--line);margin-bottom:1.8rem}
.brand{margin:0}
.top a{text-decoration:none}.top a:hover{text-decoration:underline}
.brand a{color:inherit}.brand strong{font-family:var(--serif);font-size:1.15rem}
.top nav{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem;flex:1}
.top nav a,.top .other{display:inline-block;padding:.35rem 0}
.top [aria-current]{color:var(--ink);font-weight:650}
.crumbs{font-size:.9rem;color:var(--soft);margin:0 0 .5rem;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.15rem .5rem}
.crumbs li+li::before{content:"/";margin-right:.5rem;color:var(--line)}
h1{font-size:clamp(1.75rem,4.4vw,2.6rem);margin:.1rem 0 .35rem}
h1 .version{color:var(--soft);font-weight:400}
h2{font-size:1.45rem}h3{font-size:1.12rem;margin:1.3rem 0 .35rem}
.lead{font-size:1.08rem;color:var(--soft);max-width:46rem;margin-bottom:1.2rem}
main>section{margin:2.4rem 0}
main>section>h2{border-top:1px solid var(--line);padding-top:1.2rem;margin-bottom:.7rem}
.state{display:inline-flex;align-items:baseline;gap:.4em;font-weight:600;font-size:.92rem;color:var(--grey)}
.state>b{flex:none;display:inline-grid;place-items:center;width:1.5em;height:1.5em;line-height:1;border-radius:50%;background:var(--grey-bg);font-size:.84em}
.state.goed{color:var(--green)}.state.goed>b{background:var(--green-bg)}
.state.getest{color:var(--link)}.state.getest>b{background:color-mix(in srgb,var(--link) 14%,transparent)}
.state.fout{color:var(--red)}.state.fout>b{background:var(--red);color:var(--card)}
.state.let-op{color:var(--amber)}.state.let-op>b{background:var(--amber-bg)}
.hero{--tone:var(--grey);border-top:6px solid var(--tone);padding-top:1.1rem;margin-bottom:1.8rem}
.hero.goed{--tone:var(--green)}.hero.getest{--tone:var(--link)}.hero.fout{--tone:var(--red)}.hero.let-op{--tone:#c98a12}
.hero .word{font:600 clamp(1.7rem,4.2vw,2.5rem)/1.15 var(--serif);color:var(--tone);margin:.5rem 0 .3rem}
.hero.let-op .word{color:var(--amber)}
.hero .mean{font-size:1.06rem;max-width:44rem}
.hero .kicker{font-size:1rem}
.alarm,.own{background:var(--amber-bg);color:var(--amber);border:2px solid currentColor;border-radius:6px;padding:.7rem 1rem;margin:0 0 1rem}
.alarm ul{margin:.3rem 0 0;padding-left:1.2rem}.alarm p,.own p{margin:0}.alarm strong{font-weight:650}
.own{font-weight:650}
.facts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.9rem 2rem;margin:0;padding:1rem 0 0;border-top:1px solid var(--line);font-size:.95rem}
.facts dt{color:var(--soft);font-size:.84rem}.facts dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.55rem 1.2rem .55rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.85rem;padding-top:.2rem;padding-bottom:.3rem;vertical-align:bottom}
tbody th{font-weight:600}thead th{white-space:nowrap}
td:last-child,th:last-child{padding-right:0}
.nowrap{white-space:nowrap}
.sub{display:block;color:var(--soft);font-size:.86rem;font-weight:400}
.digest{font-size:.78rem;font-weight:400;color:var(--soft);display:block;word-break:break-all;line-height:1.35}
.card{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:1.1rem clamp(.9rem,2vw,1.4rem);margin:0 0 1.1rem}
.card>h2,.card>h3{border:0;padding:0;margin:0 0 .5rem}
.card>header{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:baseline;justify-content:space-between;margin-bottom:.6rem}
.card>header h2{font-size:1.35rem}
.card table{background:none}.card tr:last-child>td,.card tr:last-child>th{border-bottom:0}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.9rem;list-style:none;padding:0;margin:0}
.grid>li{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.9rem 1.1rem}
.grid a{font-weight:600}
.plain{padding-left:1.2rem;margin:.2rem 0 0}.plain li{margin-bottom:.4rem}
.code{display:block;background:var(--faint);border-radius:5px;padding:.7rem .9rem;font:.86rem/1.55 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere;margin:.3rem 0 1rem;unicode-bidi:plaintext}
.paste{white-space:pre-wrap;background:var(--faint);border-radius:5px;padding:.8rem 1rem;margin:.3rem 0 1rem;font-size:.95rem;max-width:50rem}
.badge{display:block;max-width:100%;height:auto;margin:.2rem 0 .7rem}
.actions{display:flex;flex-wrap:wrap;gap:.5rem .8rem;margin:.4rem 0 1.1rem;padding:0;list-style:none}
.actions a{display:inline-block;border:1px solid var(--link);border-radius:5px;padding:.45rem .9rem;text-decoration:none;font-weight:600}
.actions a:hover{background:var(--faint)}
.actions .main{background:var(--link);color:var(--paper)}.actions .main:hover{background:var(--link);text-decoration:underline}
details>summary{cursor:pointer;padding:.4rem 0;color:var(--link)}
details>summary:hover{text-decoration:underline}
.changes{list-style:none;padding:0;margin:0}
.changes li{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.2rem 1rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
.changes time{color:var(--soft);font-variant-numeric:tabular-nums}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1.2rem;padding-bottom:2.5rem;font-size:.92rem}
footer h2{font-size:1.1rem;margin-bottom:.4rem}
footer .limits{background:var(--faint);border-radius:6px;padding:1rem 1.3rem;margin-bottom:1.2rem}
footer .limits ul{margin:0;padding-left:1.1rem}footer .limits li{margin-bottom:.35rem}
footer p{color:var(--soft);margin:0 0 .35rem}
:target{scroll-margin-top:1rem}.card:target,tr:target{outline:2px solid var(--link);outline-offset:4px;border-radius:4px}
@media screen and (max-width:44rem){.facts{grid-template-columns:minmax(0,1fr)}
.top{margin-bottom:1.2rem}.top nav{order:3;flex-basis:100%}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack,.stack tbody,.stack tr,.stack th,.stack td{display:block}
.stack tr{padding:.7rem 0;border-bottom:1px solid var(--line)}.card .stack tr:last-child{border-bottom:0;padding-bottom:0}
.stack th,.stack td{border:0;padding:.12rem 0}
.stack td[data-label]{position:relative;padding-left:8.2rem;min-height:1.6em}
.stack td[data-label]::before{content:attr(data-label);position:absolute;left:0;width:7.7rem;color:var(--soft);font-size:.86rem}
.changes li{grid-template-columns:minmax(0,1fr)}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--faint:#f4f4f4}
@page{margin:16mm 14mm}html{font-size:80%}
main,.top,footer{max-width:none;padding-left:0;padding-right:0}
.top nav,.top .other,.skip,.actions{display:none}.crumbs{display:none}
details::details-content{content-visibility:visible;block-size:auto}details>summary{color:inherit}
tr,.card>header,.facts>div,.limits,.paste,.code,.changes li{break-inside:avoid}h1,h2,h3,.card>header{break-after:avoid}
.state>b,.limits,.alarm,.own,.code,.paste,.hero{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}footer{margin-top:1.5rem}}
`;
