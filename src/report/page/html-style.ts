/**
 * The page's style sheet: calm, typographic, light and dark, screen, phone and paper.
 * The language is switched here too: of each pair of texts one is shown, by the radio button that is on.
 */
import { BASE_STYLES } from './html-base.js';
import { CHAIN_STYLES } from './html-style-chain.js';
import { MEDIA_STYLES } from './html-style-media.js';
import { STEP_STYLES } from './html-style-steps.js';

const PAGE_STYLES = `@supports selector(:has(a)){html:has(#taal-nl:checked) .en,html:has(#taal-en:checked) .nl{display:none}}
@supports not selector(:has(a)){html[lang=nl] .en,html[lang=en] .nl{display:none}}
.top{display:flex;flex-wrap:wrap;gap:.3rem 2rem;align-items:baseline;padding-top:1rem;padding-bottom:.8rem}
.top p{margin:0}
.brand span,.brand code{color:var(--soft)}
.brand strong{font-family:var(--serif);font-size:1.1rem;letter-spacing:.01em}
.contents{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.92rem;flex:1}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.languages{border:0;margin:0;padding:0;position:relative}
.languages label{display:inline-block;padding:.15rem .6rem;cursor:pointer;font-size:.9rem;color:var(--soft);border:1px solid var(--line)}
.languages [for=taal-nl]{border-radius:4px 0 0 4px;border-right:0}
.languages [for=taal-en]{border-radius:0 4px 4px 0}
#taal-nl:checked+label,#taal-en:checked+label{background:var(--ink);color:var(--paper);border-color:var(--ink)}
#taal-nl:focus-visible+label,#taal-en:focus-visible+label{outline:3px solid var(--link);outline-offset:2px}
.own-reference{background:var(--amber-bg);color:var(--amber);border:2px solid currentColor;border-radius:6px;padding:.7rem 1rem;font-weight:650;font-size:1.05rem;margin:0 0 1rem}
.own-reference a{color:inherit}
.own-reference [aria-hidden]{display:inline-block;width:1.5em;height:1.5em;line-height:1.5em;text-align:center;border-radius:50%;background:var(--amber);color:var(--amber-bg);margin-right:.4rem}
.summary{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(17rem,1fr);gap:1.2rem 2.5rem;margin-bottom:2rem}
.verdict{--tone:var(--grey);border-top:6px solid var(--tone);padding-top:1rem}
.verdict.foutloos{--tone:var(--green)}.verdict.met_fouten{--tone:var(--red)}.verdict.niet_vastgesteld{--tone:var(--amber)}
h1{font-size:clamp(1.7rem,4vw,2.5rem);margin:.1rem 0}
h1 .version{font-weight:400;color:var(--soft)}
.by{color:var(--soft);margin-bottom:.9rem}
.result{font:600 clamp(2.1rem,5vw,3.1rem)/1.1 var(--serif);color:var(--tone);margin:0 0 .4rem}
.first{margin:.8rem 0 .9rem;max-width:46rem}
.first h2{font-size:1.1rem;margin-bottom:.3rem}
.first ol{margin:0;padding-left:1.3rem}
.first li{margin-bottom:.55rem;padding-left:.2rem}
.first p{margin:0;overflow-wrap:anywhere}
.first .what{font-size:1.02rem}
.first .what code{font-size:.98em}
.first .seen{color:var(--red)}
.causes{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;font-size:.95rem;color:var(--soft)}
.meaning{font-size:1.05rem;max-width:40rem}
.coverage{margin:1rem 0 .3rem}
.coverage p{margin:.3rem 0 0;font-size:.95rem}
.bar{display:block;width:100%;height:12px;border-radius:3px;background:var(--grey-bg)}
.bar .voldoet{fill:var(--green)}.bar .voldoet_niet{fill:var(--red)}.bar .niet_beslist{fill:#d59a1c}.bar .niet_uitgevoerd{fill:#b3b6b6}.bar .niet_van_toepassing{fill:#d9d7d0}
.tally{border-collapse:collapse;overflow-wrap:normal;margin:.4rem 0;font-size:.95rem}
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
.tabled summary{cursor:pointer;padding:.3rem 0}.tabled table{margin-bottom:.8rem}.tabled td.num{white-space:nowrap}.tabled .hops th{vertical-align:top}.tabled .hops tbody th,.tabled .hops thead th{white-space:nowrap}.tabled .hops td:last-child{min-width:13rem}
.wide{overflow-x:auto}
footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;font-size:.93rem}
:target{scroll-margin-top:1rem}
.raised:target,.step:target,.scenario:target{outline:2px solid var(--link);outline-offset:4px;border-radius:4px}
[hidden]{display:none!important}
`;

/** The whole sheet; what is narrower or on paper comes last, since it wins. */
export const STYLES = [BASE_STYLES, PAGE_STYLES, STEP_STYLES, CHAIN_STYLES, MEDIA_STYLES].join('');
