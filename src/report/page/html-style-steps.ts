/**
 * How findings, messages, scenarios and steps look.
 */
export const STEP_STYLES = `
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
.finding .known dd{font-style:italic}.tabled td{vertical-align:top}.tabled td.open{color:var(--amber);font-weight:600}
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
`;
