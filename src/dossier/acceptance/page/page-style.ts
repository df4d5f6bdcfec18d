/** The style sheet of a dossier: calm, on screen, phone and paper; the first part is one page that somebody can sign. */
export const DOSSIER_STYLES = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fff;--ink:#1c2327;--soft:#586369;--line:#dedad0;--faint:#f1eee6;
--link:#154a7d;--red:#a8201a;--red-bg:#fcecea;--amber:#7a5200;--amber-bg:#fdf3d9;--green:#1f6a3c;--green-bg:#e7f3ea;--grey:#5c6368;--grey-bg:#eceae4;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L","Book Antiqua",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14181b;--card:#1b2024;--ink:#e8e6df;--soft:#a5aeb3;--line:#363d42;--faint:#20262a;
--link:#8fc0f0;--red:#ff9a90;--red-bg:#3a1d1b;--amber:#f0c464;--amber-bg:#35290f;--green:#84d3a0;--green-bg:#16301f;--grey:#a9b1b6;--grey-bg:#2a3035}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);overflow-wrap:anywhere}
main,.top,footer{max-width:74rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:clamp(1.7rem,4vw,2.4rem)}h1 .version{font-weight:400;color:var(--soft)}
h2{font-size:1.5rem;border-top:1px solid var(--line);padding-top:1.4rem;margin-bottom:.8rem}
h2 small,.cite{font:400 .84rem var(--sans);color:var(--soft);white-space:nowrap}
h3{font-size:1.1rem;margin:1.2rem 0 .4rem}
p{margin:0 0 .6rem;max-width:52rem}a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,input:focus-visible+label{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
code{font-family:var(--mono);font-size:.84em}.small{font-size:.86rem;color:var(--soft)}.none{color:var(--soft)}
.num{font-variant-numeric:tabular-nums}
.visually-hidden,.lang{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem;background:var(--card);padding:.5rem 1rem;z-index:1}.skip:focus{left:1rem;top:1rem}
@supports selector(:has(a)){html:has(#taal-nl:checked) .en,html:has(#taal-en:checked) .nl{display:none}}
@supports not selector(:has(a)){html[lang=nl] .en,html[lang=en] .nl{display:none}}
.top{display:flex;flex-wrap:wrap;gap:.3rem 2rem;align-items:baseline;padding-top:1rem;padding-bottom:.8rem}.top p{margin:0}
.brand strong{font-family:var(--serif);font-size:1.1rem}.brand span{color:var(--soft)}
.contents{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.9rem;flex:1}.contents a{text-decoration:none}.contents a:hover{text-decoration:underline}
.languages{border:0;margin:0;padding:0;position:relative}
.languages label{display:inline-block;padding:.15rem .6rem;cursor:pointer;font-size:.9rem;color:var(--soft);border:1px solid var(--line)}
#taal-nl:checked+label,#taal-en:checked+label{background:var(--ink);color:var(--paper);border-color:var(--ink)}
main>section{margin-bottom:2.6rem}
.summary{background:var(--card);border:1px solid var(--line);border-top:6px solid var(--tone,var(--grey));border-radius:6px;padding:1.4rem clamp(1rem,3vw,2rem)}
.summary.good{--tone:var(--green)}.summary.bad{--tone:var(--red)}.summary.warn{--tone:var(--amber)}
.summary .kicker{color:var(--soft);margin:0}.summary .parties{color:var(--soft);margin:.2rem 0 .8rem}
.decision{font:600 clamp(1.7rem,4vw,2.5rem)/1.15 var(--serif);color:var(--tone,var(--grey));margin:.2rem 0 .1rem}
.decision span::first-letter,.decision::first-letter{text-transform:uppercase}.decision span{display:inline-block}.said{margin:0 0 1rem}
.tiles{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.7rem;margin:0 0 1.1rem}
.tiles>div{background:var(--faint);border-radius:5px;padding:.6rem .8rem}
.tiles dt{font-size:.82rem;color:var(--soft)}.tiles dd{margin:0}.tiles dd>b{font:600 1.35rem/1.3 var(--serif)}.tiles .under{display:block;font-size:.84rem;color:var(--soft)}
.columns{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem 2rem}
.columns h2{font-size:1.1rem;border:0;padding:0;margin:0 0 .4rem}
.notices{list-style:none;margin:0;padding:0;font-size:.94rem}.notices li{padding:.35rem 0 .35rem 1.7rem;border-bottom:1px solid var(--line);position:relative}
.notices li::before{position:absolute;left:0;top:.45rem;width:1.25rem;height:1.25rem;line-height:1.25rem;text-align:center;border-radius:50%;font-size:.78rem;font-weight:700}
.notices .strijdig::before{content:"✕";background:var(--red);color:var(--card)}.notices .let_op::before{content:"!";background:var(--amber-bg);color:var(--amber)}
.notices .uitleg::before{content:"i";background:var(--grey-bg);color:var(--grey)}.notices .cite{display:inline-block;white-space:normal}
.sign{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem 2rem;margin-top:1.2rem}
.sign>div{border:1px solid var(--soft);border-radius:4px;padding:.6rem .8rem;min-height:7.2rem;display:flex;flex-direction:column}
.sign b{font-family:var(--serif)}.sign .lines{margin-top:auto;display:grid;grid-template-columns:1.4fr 1fr;gap:1.2rem;font-size:.8rem;color:var(--soft)}.sign .lines>span{border-top:1px solid var(--soft);padding-top:.15rem}
.proof{font-size:.82rem;color:var(--soft);margin:.9rem 0 0;max-width:none}
.facts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.8rem 2rem;margin:0 0 1rem}.facts dt{color:var(--soft);font-size:.84rem}.facts dd{margin:0}
.rows{border-collapse:collapse;width:100%;font-size:.92rem;margin:.2rem 0 1rem}
.rows th,.rows td{overflow-wrap:break-word;text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);font-weight:400}
.rows thead th{color:var(--soft);font-size:.84rem;vertical-align:bottom;overflow-wrap:normal}.rows tbody th{font-weight:650;overflow-wrap:normal;white-space:nowrap}.rows time{white-space:nowrap}.rows a{overflow-wrap:anywhere}.rows code{white-space:nowrap}
.rows .th{display:none}.rows small{display:block;color:var(--soft);font-size:.86em}
.chip{display:inline-flex;align-items:baseline;gap:.35em;font-size:.86rem;font-weight:600;color:var(--grey)}
.chip>b{display:inline-grid;place-items:center;flex:none;width:1.4em;height:1.4em;line-height:1;border-radius:50%;background:var(--grey-bg);font-size:.84em}
.chip.good{color:var(--green)}.chip.good>b{background:var(--green-bg)}.chip.bad{color:var(--red)}.chip.bad>b{background:var(--red);color:var(--card)}
.chip.warn{color:var(--amber)}.chip.warn>b{background:var(--amber-bg)}
.hash{font-family:var(--mono);font-size:.78rem;color:var(--soft)}
ul{margin:.2rem 0 .8rem;padding-left:1.2rem}
footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;font-size:.92rem}
:target{scroll-margin-top:1rem}
@media screen and (max-width:56rem){.tiles{grid-template-columns:repeat(2,minmax(0,1fr))}.columns,.sign{grid-template-columns:minmax(0,1fr)}.facts{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:44rem){.facts{grid-template-columns:minmax(0,1fr)}.contents{order:3;flex-basis:100%}h2 small,.cite{white-space:normal}h2 small{display:block;margin-top:.2rem}
.rows,.rows tbody,.rows tr,.rows th,.rows td{display:block}.rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.rows tr{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;margin-bottom:.7rem}.rows tbody th{font-size:1rem;white-space:normal}.rows td{overflow-wrap:anywhere}
.rows th,.rows td{border:0;padding:.15rem 0}.rows td{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:.6rem}.rows .th{display:block;color:var(--soft);font-size:.84rem}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--faint:#f4f4f4}
@page{size:A4;margin:14mm}
html{font-size:68%}main,.top,footer{max-width:none;padding-left:0;padding-right:0}.top{padding-top:0}
.contents,.languages,.skip{display:none}
.summary{break-after:page;break-inside:avoid;border-left:0;border-right:0;border-bottom:0;border-radius:0;padding:1rem 0 0;margin:0}
.sign>div{min-height:27mm}
.rows tr,.notices li,.tiles>div,.sign>div{break-inside:avoid}h2,h3{break-after:avoid}.rows thead{display:table-header-group}
.chip>b,.tiles>div,.notices li::before,.summary{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}}
`;
