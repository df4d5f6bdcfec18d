/**
 * The page's style sheet: calm, typographic, light and dark, screen, phone and paper.
 * The language is switched here too: of each pair of texts one is shown, by the radio button that is on.
 */
export const STYLES = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fff;--ink:#1c2327;--soft:#586369;--line:#dedad0;--faint:#f1eee6;
--link:#154a7d;--red:#a8201a;--red-bg:#fcecea;--amber:#7a5200;--amber-bg:#fdf3d9;--green:#1f6a3c;--green-bg:#e7f3ea;
--grey:#646b70;--grey-bg:#eceae4;--tag:#53606b;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L","Book Antiqua",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14181b;--card:#1b2024;--ink:#e8e6df;--soft:#a5aeb3;--line:#363d42;--faint:#20262a;
--link:#8fc0f0;--red:#ff9a90;--red-bg:#3a1d1b;--amber:#f0c464;--amber-bg:#35290f;--green:#84d3a0;--green-bg:#16301f;--grey:#a9b1b6;--grey-bg:#2a3035;--tag:#9aa7b1}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}
main,.top,footer{max-width:78rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
h1,h2,h3,[role=heading]{font-family:var(--serif);font-weight:600;line-height:1.2;margin:0;text-wrap:balance}
h2{font-size:1.65rem}
h2 .num,nav .num{color:var(--soft);font-weight:400}
p{margin:0 0 .6rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
code{font-family:var(--mono);font-size:.86em;overflow-wrap:anywhere}
.num{font-variant-numeric:tabular-nums}
.small{font-size:.86rem;color:var(--soft)}
.kicker{font-size:.9rem;color:var(--soft);margin:0}
.intro{color:var(--soft);max-width:46rem}
.visually-hidden,.lang{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem;background:var(--card);padding:.5rem 1rem;z-index:1}
.skip:focus{left:1rem;top:1rem}
#taal-nl:checked~* .en,#taal-en:checked~* .nl{display:none}
.top{display:flex;flex-wrap:wrap;gap:.3rem 2rem;align-items:baseline;padding-top:1rem;padding-bottom:.8rem}
.top p{margin:0}
.brand span,.brand code{color:var(--soft)}
.brand strong{font-family:var(--serif);font-size:1.1rem;letter-spacing:.01em}
.contents{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.92rem;flex:1}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.languages label{display:inline-block;padding:.15rem .6rem;cursor:pointer;font-size:.9rem;color:var(--soft);border:1px solid var(--line)}
.languages label:first-child{border-radius:4px 0 0 4px;border-right:0}
.languages label:last-child{border-radius:0 4px 4px 0}
#taal-nl:checked~.top [for=taal-nl],#taal-en:checked~.top [for=taal-en]{background:var(--ink);color:var(--paper);border-color:var(--ink)}
#taal-nl:focus-visible~.top [for=taal-nl],#taal-en:focus-visible~.top [for=taal-en]{outline:3px solid var(--link);outline-offset:2px}
.own-reference{background:var(--amber-bg);color:var(--amber);border:2px solid currentColor;border-radius:6px;padding:.7rem 1rem;font-weight:650;font-size:1.05rem;margin:0 0 1rem}
.own-reference [aria-hidden]{display:inline-block;width:1.5em;height:1.5em;line-height:1.5em;text-align:center;border-radius:50%;background:var(--amber);color:var(--amber-bg);margin-right:.4rem}
.summary{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(17rem,1fr);gap:1.2rem 2.5rem;margin-bottom:2rem}
.verdict{--tone:var(--grey);border-top:6px solid var(--tone);padding-top:1rem}
.verdict.foutloos{--tone:var(--green)}.verdict.met_fouten{--tone:var(--red)}.verdict.niet_vastgesteld{--tone:var(--amber)}
h1{font-size:clamp(1.7rem,4vw,2.5rem);margin:.1rem 0}
h1 .version{font-weight:400;color:var(--soft)}
.by{color:var(--soft);margin-bottom:.9rem}
.result{font:600 clamp(2.1rem,5vw,3.1rem)/1.1 var(--serif);color:var(--tone);margin:0 0 .4rem}
.causes{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;font-size:.95rem;color:var(--soft)}
.meaning{font-size:1.05rem;max-width:40rem}
.coverage{margin:1rem 0 .3rem}
.coverage p{margin:.3rem 0 0;font-size:.95rem}
.bar{display:block;width:100%;height:12px;border-radius:3px;background:var(--grey-bg)}
.bar .voldoet{fill:var(--green)}.bar .voldoet_niet{fill:var(--red)}.bar .niet_beslist{fill:#d59a1c}.bar .niet_uitgevoerd{fill:#b3b6b6}.bar .niet_van_toepassing{fill:#d9d7d0}
.tally{border-collapse:collapse;margin:.4rem 0;font-size:.95rem}
.tally th,.tally td{padding:.25rem .9rem .25rem 0;text-align:right;font-weight:400;vertical-align:bottom}
.tally tbody th,.tally thead td{text-align:left;color:var(--soft)}
.tally thead th{font-size:.85rem;color:var(--soft)}
.tally tbody tr{border-top:1px solid var(--line)}
.tally .zero{color:var(--soft)}.tally .sum{font-weight:650}
.limits{background:var(--faint);border-radius:6px;padding:1.1rem 1.3rem 1rem;align-self:start}
.limits h2{font-size:1.15rem;margin-bottom:.5rem}
.limits ul{margin:0;padding-left:1.1rem;font-size:.93rem}
.limits li{margin-bottom:.45rem}
.facts{grid-column:1/-1;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.8rem 2rem;margin:0;padding-top:1rem;border-top:1px solid var(--line);font-size:.9rem}
.facts dt{color:var(--soft);font-size:.82rem}
.facts dd{margin:0}
.facts code{display:block;color:var(--soft);font-size:.72rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
main>section{margin-bottom:3rem}
main>section>h2{border-top:1px solid var(--line);padding-top:1.4rem;margin-bottom:.7rem}
.chip{display:inline-flex;align-items:baseline;gap:.35em;white-space:nowrap;font-size:.82rem;font-weight:600;color:var(--grey)}
.chip>b{display:inline-grid;place-items:center;min-width:1.45em;height:1.45em;line-height:1;border-radius:50%;background:var(--grey-bg);font-size:.86em}
.chip.voldoet{color:var(--green)}.chip.voldoet>b{background:var(--green-bg)}
.chip.voldoet_niet{color:var(--red)}.chip.voldoet_niet>b{background:var(--red);color:var(--card)}
.chip.niet_beslist{color:var(--amber)}.chip.niet_beslist>b{background:var(--amber-bg)}
.raised{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:1.1rem clamp(.9rem,2vw,1.5rem);margin-bottom:1.2rem}
.remark{border-bottom:1px solid var(--line);padding:.8rem 0 .4rem}.remark .finding{margin-bottom:.3rem}.remark .links{margin-left:1.3rem}
.raised.voldoet_niet{border-left:5px solid var(--red)}.raised.niet_beslist{border-left:5px solid #d59a1c}
.raised h3{font-size:1.25rem;margin:.2rem 0 .8rem}
.raised>header .kicker{display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:baseline}
.h-step{display:block;font:400 1rem var(--sans);color:var(--soft);margin-top:.2rem}
.h-step strong{color:var(--ink)}
.variant{color:var(--soft)}.variant::before{content:"· "}
.finding,.confirmation{margin:0 0 1rem}
.confirmation{border-left:3px solid var(--line);padding-left:.9rem}.confirmation dl{margin:0;font-size:.94rem}.confirmation dt{color:var(--soft)}.confirmation dd{margin:0 0 .3rem;overflow-wrap:anywhere}
.finding .melding{font-weight:600;margin-bottom:.35rem}
.finding .sign,.good .sign{display:inline-block;width:1.2em;font-weight:700;color:var(--red)}
.finding.niet_beslist .sign{color:var(--amber)}.finding.mild .melding{font-weight:500}.finding.mild .sign{color:var(--amber)}
.id{color:var(--soft);font-weight:400}
.ernst{font-size:.78rem;font-weight:600;color:var(--amber);background:var(--amber-bg);border-radius:3px;padding:.05rem .4rem}
.finding dl{margin:0 0 0 1.3rem;font-size:.94rem}
.finding dl div{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.1rem 1rem;padding:.12rem 0}
.finding dt{color:var(--soft)}
.finding dd{margin:0;overflow-wrap:anywhere}
.finding .value{font-family:var(--mono);font-size:.86em;line-height:1.7;white-space:pre-wrap}
.finding .seen{color:var(--red)}
.finding.niet_beslist .seen,.finding.mild .seen{color:inherit}
.links{font-size:.92rem}
.exchange{margin-top:1rem}
.exchange>.kicker{margin-bottom:.35rem}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem}
.listing{margin:0;min-width:0;border:1px solid var(--line);border-radius:5px;background:var(--paper);overflow:hidden}
.listing figcaption{padding:.4rem .8rem;border-bottom:1px solid var(--line);font-size:.9rem}
.listing .head{color:var(--soft);margin-left:.5rem}
.headers{font-size:.82rem;color:var(--soft)}
.headers dl{margin:.3rem 0;font-family:var(--mono);font-size:.78rem}
.headers dl div{display:flex;gap:.8rem}.headers dt::after{content:":"}.headers dd{margin:0;overflow-wrap:anywhere}
.rows{padding:.4rem 0;font:.78rem/1.6 var(--mono)}
.r{display:grid;grid-template-columns:2.9rem minmax(0,1fr)}
.r>b{font-weight:400;color:var(--soft);text-align:right;padding-right:.8rem;user-select:none}
.r>code{font-size:1em;white-space:pre-wrap;word-break:break-all;padding-right:.6rem}
.r i{font-style:normal;color:var(--tag)}
.cut{font-family:var(--sans);font-size:.92em;color:var(--soft);background:var(--faint);border-radius:3px;padding:0 .35em}
.r.m{background:var(--amber-bg);box-shadow:inset 4px 0 #d59a1c}
.r.m.voldoet_niet{background:var(--red-bg);box-shadow:inset 4px 0 var(--red)}
.mark{grid-column:2;font:600 .8rem/1.4 var(--sans);padding:.1rem .6rem .3rem 0;color:var(--amber)}
.m.voldoet_niet .mark{color:var(--red)}
.mark code{font-weight:400}
.fold>summary{padding-left:3rem;color:var(--soft);font-family:var(--sans);font-size:.8rem;cursor:pointer;background:var(--faint)}
.file{margin:0;padding:.3rem .8rem;border-top:1px solid var(--line);font-size:.8rem;color:var(--soft)}
.none{color:var(--soft)}
.scenario{border-bottom:1px solid var(--line)}
summary{cursor:pointer}
.scenario>summary,.step>summary{list-style:none;display:flex;gap:.6rem}
.scenario>summary::-webkit-details-marker,.step>summary::-webkit-details-marker{display:none}
.scenario>summary::before,.step>summary::before{content:"";flex:none;width:.45em;height:.45em;margin-top:.62em;border:solid var(--soft);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}
details[open]>summary::before{transform:rotate(45deg)}
.scenario>summary{padding:.75rem 0}
.scenario>summary:hover,.step>summary:hover{background:var(--faint)}
.scenario-line{flex:1;display:grid;grid-template-columns:9.5rem minmax(0,1fr) auto auto;gap:.2rem 1.2rem;align-items:baseline}
.scenario-title [role=heading]{font-size:1.12rem;margin-right:.5rem}
.scenario-title code{color:var(--soft);font-size:.78rem}
.dots{display:flex;gap:3px;align-self:center;flex-wrap:wrap;justify-content:end;max-width:7.5rem;min-width:7.5rem}
.dots i{width:9px;height:9px;border-radius:2px;background:#b3b6b6}
.dots .voldoet{background:var(--green)}.dots .voldoet_niet{background:var(--red)}.dots .niet_beslist{background:#d59a1c}
.scenario-body{display:grid;grid-template-columns:minmax(0,27rem) minmax(0,1fr);gap:1rem 2rem;padding:.2rem 0 1.6rem 1.05rem}
.diagram{margin:0;position:sticky;top:1rem;align-self:start}
.diagram figcaption{margin-top:.2rem}
.seq{display:block;max-width:100%;height:auto}
.seq text{font:12.5px var(--mono);text-anchor:middle;fill:var(--ink)}
.seq rect.who{fill:var(--faint);stroke:var(--line)}.seq text.who{font:600 12.5px var(--sans)}
.seq .life{stroke:var(--line);stroke-width:1.5;fill:none}
.seq .line{stroke:var(--soft);stroke-width:1.5}.seq .head{fill:var(--soft)}
.seq a{text-decoration:none}.seq a:hover text{text-decoration:underline}
.seq .sign{font:700 14px var(--sans);fill:var(--grey)}
.seq .voldoet .sign{fill:var(--green)}
.seq .voldoet_niet .line{stroke:var(--red);stroke-width:2.5}.seq .voldoet_niet .head,.seq .voldoet_niet text{fill:var(--red)}
.seq .niet_beslist .line{stroke:#b98212}.seq .niet_beslist .head,.seq .niet_beslist .sign{fill:#b98212}
.seq .read-back .line{stroke-dasharray:6 4}.seq .absent .line{stroke-dasharray:1.5 5}.seq .absent text{fill:var(--soft)}
.step{border-top:1px solid var(--line)}
.step:first-child{border-top:0}
.step>summary{padding:.4rem 0}
.step-line{flex:1;display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline}
.step-line .chip{min-width:8.6rem}
.arrow{color:var(--soft)}
.service{font-size:.88rem;color:var(--soft)}
.step .body{padding:.3rem 0 1rem 1.05rem}
.good{list-style:none;margin:0 0 .6rem;padding:0;font-size:.93rem}
.good li{display:flex;gap:.2rem;padding:.08rem 0}
.good .sign{flex:none}.good .voldoet .sign{color:var(--green)}.good .sign{color:var(--soft)}
.anomaly{font-size:.9rem;border-left:3px solid #d59a1c;padding-left:.7rem}
.messages>summary{font-size:.92rem;color:var(--link)}
.tools{display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;align-items:center;background:var(--faint);border-radius:6px;padding:.7rem 1rem;margin:.8rem 0}
.tools[hidden]{display:none}
.tools fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
.tools fieldset label{display:inline-flex;align-items:center;gap:.35rem}.tools legend{float:left;margin-right:.8rem;font-size:.9rem;color:var(--soft)}
.tools input[type=search]{font:inherit;padding:.25rem .5rem;border:1px solid var(--soft);border-radius:4px;background:var(--card);color:inherit;min-width:14rem}
.tools p{margin:0;font-size:.88rem;color:var(--soft)}
button{font:inherit;font-size:.9rem;padding:.25rem .7rem;border:1px solid var(--soft);border-radius:4px;background:var(--card);color:inherit;cursor:pointer;margin-right:.4rem}
.account h3{font-size:1.15rem;margin:1.3rem 0 .4rem}
.account table,.tabled table{border-collapse:collapse;font-size:.93rem}
.account th,.tabled th{text-align:left;font-weight:400;color:var(--soft);font-size:.85rem}
.account th,.account td,.tabled th,.tabled td{padding:.25rem 1.6rem .25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.tabled summary{cursor:pointer;padding:.3rem 0}.tabled table{margin-bottom:.8rem}
.wide{overflow-x:auto}
footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;font-size:.93rem}
:target{scroll-margin-top:1rem}
.raised:target,.step:target,.scenario:target{outline:2px solid var(--link);outline-offset:4px;border-radius:4px}
[hidden]{display:none!important}
@media screen and (max-width:62rem){.summary,.scenario-body{grid-template-columns:minmax(0,1fr)}.facts{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:44rem){.pair,.facts{grid-template-columns:minmax(0,1fr)}.scenario-line{grid-template-columns:minmax(0,1fr)}.dots{justify-content:start;max-width:none}
.finding dl{margin-left:0}.finding dl div{grid-template-columns:minmax(0,1fr);padding:.2rem 0}.scenario-body,.step .body{padding-left:0}
.tally{font-size:.86rem}.tally th,.tally td{padding-right:.5rem}.tally .chip{flex-direction:column;align-items:end;white-space:normal;font-weight:500}
.contents{order:3;flex-basis:100%}.step-line .chip{min-width:0}.tools input[type=search]{min-width:0;width:100%}}
@media print{.diagram{position:static}:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--faint:#f4f4f4}
@page{margin:16mm 14mm}
html{font-size:74%}.rows{font-size:7pt}.scenario-line{grid-template-columns:8rem minmax(0,1fr) auto auto}
main,.top,footer{max-width:none;padding-left:0;padding-right:0}
.contents,.languages,.tools,.skip,.messages,.headers,.scenario>summary::before,.step>summary::before{display:none}
.summary{grid-template-columns:minmax(0,1.6fr) minmax(0,1fr);gap:1rem 1.5rem}.facts{grid-template-columns:repeat(3,minmax(0,1fr))}
.pair{grid-template-columns:repeat(2,minmax(0,1fr))}
.scenario-body{grid-template-columns:7.5cm minmax(0,1fr)}
.scenario::details-content,.step::details-content{content-visibility:visible;block-size:auto}.fold>*:not(summary){display:none}
.finding,.r,.diagram,.limits,.tally{break-inside:avoid}h2,h3,.raised>header,.scenario>summary{break-after:avoid}
.bar,.chip>b,.r.m,.dots i,.limits,.own-reference{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}}
`;
