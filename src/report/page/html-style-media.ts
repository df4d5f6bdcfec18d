/**
 * What is otherwise on a narrow screen, on a phone and on paper.
 */
export const MEDIA_STYLES = `
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
.scenario-body{grid-template-columns:7.5cm minmax(0,1fr)}.scenario-body.of-chain{grid-template-columns:minmax(0,1fr)}.beside{flex-wrap:nowrap;gap:.6rem 1rem}.beside .diagram{flex:1 1 50%}.as-table>summary{display:none}.as-table::details-content{content-visibility:visible;block-size:auto}.wide{overflow:visible}
.scenario::details-content,.step::details-content{content-visibility:visible;block-size:auto}.fold>*:not(summary){display:none}
.finding,.r,.diagram,.limits,.tally{break-inside:avoid}h2,h3,.raised>header,.scenario>summary{break-after:avoid}
.bar,.chip>b,.way .hop b,.seq rect,.r.m,.dots i,.limits,.own-reference{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}}
`;
