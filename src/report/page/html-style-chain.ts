/**
 * How a chain looks: what went wrong first, who took part, and what was planned beside what was seen.
 */
export const CHAIN_STYLES = `
.chain-first{border-left:5px solid var(--tone);padding:.1rem 0 .1rem 1rem}
.way{display:flex;flex-wrap:wrap;gap:.35rem .5rem;align-items:center;margin:.3rem 0 .6rem!important}
.way .actor{border:1.5px solid var(--line);border-radius:4px;padding:.1rem .55rem;background:var(--card);font-weight:600}
.way .actor.blamed{border-color:var(--red);border-width:2px}
.way .hop{display:inline-flex;gap:.3rem;align-items:center;color:var(--soft);font-weight:700}
.way .hop.voldoet{color:var(--green)}.way .hop.voldoet_niet{color:var(--red)}
.way .hop.voldoet_niet b{background:var(--red);color:var(--card);border-radius:50%;width:1.35em;height:1.35em;display:inline-grid;place-items:center;font-size:.85em}
.weighed{margin:.5rem 0 0;font-size:.94rem}.weighed div{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.1rem 1rem;padding:.12rem 0}
.weighed dt{color:var(--soft)}.weighed dd{margin:0}
.meaning a{color:inherit}.chain-result{font-size:1.05rem}.caveats{margin:.2rem 0 1rem;padding-left:1.2rem;max-width:52rem}
#keten table,.as-table table{overflow-wrap:normal;word-break:normal}#keten th,#keten td,.as-table th,.as-table td{overflow-wrap:normal}#keten thead th,#keten tbody th,.as-table thead th{white-space:nowrap}
#keten h3{font-size:1.15rem;margin:1.4rem 0 .4rem}#keten tbody th{color:inherit;font-size:inherit;vertical-align:top}
.matrix .num,.times .num{text-align:right}.matrix th:nth-child(n+3):nth-child(-n+5){text-align:right}
.times th:nth-last-child(-n+5):not([scope=row]){text-align:left}
.scenario-body.of-chain{grid-template-columns:minmax(0,1fr)}
.beside{display:flex;flex-wrap:wrap;gap:.6rem 2.2rem}
.beside .diagram{position:static;flex:0 1 auto;min-width:0}
.beside figcaption{font-weight:600;font-size:.9rem;margin:0 0 .3rem}
.as-table{margin:.3rem 0 1rem}.as-table summary{color:var(--link);font-size:.92rem}
.as-table table{border-collapse:collapse;font-size:.88rem}.as-table th{text-align:left;font-weight:400;color:var(--soft)}
.as-table tbody th{color:inherit}.as-table td:nth-child(2),.as-table td:nth-child(4){white-space:nowrap}.as-table td,.as-table th{padding:.2rem 1.1rem .2rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.seq.chain text{font-size:11.5px}.seq.chain .name{text-anchor:start;font:600 11.5px var(--mono)}
.seq.chain .band{fill:var(--faint)}
.seq.chain text.who{font:600 11px var(--sans)}.seq.chain .stand{font:10.5px var(--sans);fill:var(--soft)}
.seq rect.who.real{stroke:var(--soft);stroke-width:1.6}.seq rect.who.played{stroke:var(--soft);stroke-dasharray:3 3;fill:none}
.seq.planned .line{stroke:var(--soft);stroke-width:1}.seq.planned .line.antwoord,.seq.seen .antwoord .line{stroke-dasharray:6 4}
.seq.seen .missed .line{stroke-dasharray:1.5 5}
.seq.seen .niet_uitgevoerd .line{stroke:var(--soft)}
.seq .gap{font:700 14px var(--sans)!important;paint-order:stroke;stroke:var(--paper);stroke-width:5px}
.seq .took{font:10.5px var(--sans)!important;fill:var(--soft)!important}
.seq .note{paint-order:stroke;stroke:var(--paper);stroke-width:3px;text-anchor:start!important;font:600 11.5px var(--sans)!important;fill:var(--amber)}
.seq .voldoet_niet .note{fill:var(--red)}.seq .niet_uitgevoerd .note{fill:var(--soft);font-weight:400!important}
.seq .first~a .note{stroke-width:0}.seq .first{fill:var(--red-bg);stroke:var(--red);stroke-width:1.5}
`;
