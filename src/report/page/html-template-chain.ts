/**
 * Templates of what a page has of a chain: what went wrong first, the chain as a whole, and the traffic of a scenario.
 */

/** By name, for `{{> name}}`. */
export const CHAIN_PARTIALS: Readonly<Record<string, string>> = {
  chainFirst: `
<div class="first chain-first">
  <h2>{{t "firstDeviation"}}</h2>
  <p class="way">{{#each way}}<span class="actor{{#if isBlamed}} blamed{{/if}}">{{tekst naam}}{{#unless isReal}} <span class="small">({{t "played"}})</span>{{/unless}}</span>{{#if hop}}{{#with hop}} <span class="hop {{verdict}}"><b aria-hidden="true">{{this.sign}}</b><span class="visually-hidden">{{tekst tekst}}</span> <span aria-hidden="true">→</span></span> {{/with}}{{/if}}{{/each}}</p>
  <p class="what"><a href="#{{anchor}}"><strong>{{tekst who}}</strong>, {{t "onHop"}} {{hop}}: {{berichttype}}</a>{{#if isKnown}} <span class="ernst">{{t "known"}}</span>{{/if}}</p>
  <p>{{tekst melding}} <code class="id">{{id}}</code></p>
  {{#if pad}}<p class="small">{{t "place"}} <code>{{pad}}</code></p>{{/if}}
  {{#if verwacht}}<p class="small">{{t "expected"}} <code>{{tekst verwacht}}</code></p>{{/if}}
  {{#if gevonden}}<p class="small">{{t "seen"}} <code class="seen">{{tekst gevonden}}</code></p>{{/if}}
  <p class="small">{{t "step"}} {{step}}{{#if bron}} · {{t "source"}} {{bron}}{{/if}}</p>
  <dl class="weighed">
    <div><dt>{{t "nextStep"}}</dt><dd>{{tekst next}}</dd></div>
    {{#if cause}}<div><dt>{{t "causeTitle"}}</dt><dd>{{tekst cause}}{{#unless isProduct}}{{#each excluded}}. {{tekst this}}{{/each}}{{/unless}}</dd></div>{{/if}}
    {{#if isProduct}}{{#if excluded}}<div><dt>{{t "excluded"}}</dt><dd>{{#each excluded}}{{#unless @first}}<br>{{/unless}}{{tekst this}}{{/each}}</dd></div>{{/if}}{{/if}}
    {{#if cascade}}<div><dt>{{t "cascade"}}</dt><dd>{{#each cascade}}{{#unless @first}}<br>{{/unless}}{{tekst this}}{{/each}}</dd></div>{{/if}}
  </dl>
  {{#if others}}<p class="small"><a href="#fouten">{{others}} {{t "otherFaults"}}</a></p>{{/if}}
</div>`,

  chain: `
{{#if chain}}<section id="keten" class="tabled" aria-labelledby="kop-keten">
  <h2 id="kop-keten">{{t "chain"}}</h2>
  {{#if chain.result}}<p class="chain-result">{{chip chain.result.verdict}} <strong>{{tekst chain.result.tekst}}</strong></p>
  {{#if chain.result.caveats}}<ul class="caveats">{{#each chain.result.caveats}}<li>{{tekst this}}</li>{{/each}}</ul>{{/if}}{{/if}}
  <h3>{{t "actors"}}</h3>
  <div class="wide" tabindex="0" role="region" aria-label="{{#if isNl}}Partijen{{else}}Actors{{/if}}"><table><thead><tr><th scope="col">{{t "actor"}}</th><th scope="col">{{t "playedBy"}}</th><th scope="col">{{t "productVersion"}}</th><th scope="col">{{t "supplierTitle"}}</th><th scope="col">{{t "component"}}</th><th scope="col">{{t "roleTitle"}}</th></tr></thead><tbody>{{#each chain.partijen}}<tr><th scope="row">{{tekst naam}} <code class="id">{{id}}</code></th><td>{{tekst stand}}</td><td{{#if isUnknown}} class="open"{{/if}}>{{tekst versie}}</td><td>{{leverancier}}</td><td>{{component}}</td><td>{{tekst plays}}</td></tr>{{/each}}</tbody></table></div>
  <h3>{{t "links"}}</h3>
  <div class="wide" tabindex="0" role="region" aria-label="{{#if isNl}}Koppelingen{{else}}Links{{/if}}"><table><thead><tr><th scope="col">{{t "link"}}</th><th scope="col">{{t "hops"}}</th><th scope="col">{{t "counts"}}</th><th scope="col">{{t "outcome"}}</th></tr></thead><tbody>{{#each chain.links}}<tr><th scope="row">{{id}}{{#if bron}}<br><span class="small">{{bron}}</span>{{/if}}</th><td>{{#each hops}}{{#unless @first}}<br>{{/unless}}{{weg}} <span class="small">{{tekst stand}}</span>{{/each}}</td><td>{{#if isMandatory}}{{t "mandatory"}}{{else}}{{t "optional"}}{{/if}}</td><td>{{chip verdict}}{{#if oorzaak}} <span class="small">{{t "cause"}}: {{tekst oorzaak}}</span>{{/if}}</td></tr>{{/each}}</tbody></table></div>
  {{#if chain.matrix}}<h3>{{t "matrix"}}</h3>
  <p class="small">{{tekst chain.session}}</p>
  <div class="wide" tabindex="0" role="region" aria-label="{{#if isNl}}Ketentestmatrix{{else}}Chain-test matrix{{/if}}"><table class="matrix"><thead><tr><th scope="col">{{t "link"}}</th><th scope="col">{{t "scenario"}}</th><th scope="col">{{t "due"}}</th><th scope="col">{{t "atA"}}</th><th scope="col">{{t "atB"}}</th><th scope="col">{{t "cameOver"}}</th><th scope="col">{{t "outcome"}}</th></tr></thead><tbody>{{#each chain.matrix}}<tr><th scope="row">{{koppeling}}</th><td><a href="#{{anchor}}">{{titel}}</a> <span class="small">{{berichten}}</span></td><td class="num">{{expected}}</td><td class="num">{{atA}}</td><td class="num">{{atB}}</td><td>{{tekst overkomst}}</td><td>{{chip verdict}}{{#if gevolgVan}} <span class="small">{{t "followsFrom"}} <a href="#{{root}}">{{gevolgVan}}</a></span>{{else}}{{#if oorzaak}} <span class="small">{{t "cause"}}: {{tekst oorzaak}}</span>{{/if}}{{/if}}</td></tr>{{/each}}</tbody></table></div>{{/if}}
  {{#if chain.times}}<h3>{{t "hopTimes"}}</h3>
  <p class="small">{{t "hopTimesIntro"}}</p>
  <div class="wide" tabindex="0" role="region" aria-label="{{#if isNl}}Tijd per hop{{else}}Time per hop{{/if}}"><table class="times"><thead><tr><th scope="col">{{t "hop"}}</th><th scope="col">{{t "messageCount"}}</th><th scope="col">{{t "transfer"}}</th><th scope="col">{{t "process"}}</th><th scope="col">{{t "wait"}}</th><th scope="col">{{t "whole"}}</th></tr></thead><tbody>{{#each chain.times}}<tr><th scope="row">{{weg}}</th><td class="num">{{count}}</td><td class="num">{{transfer}}</td><td class="num">{{process}}</td><td class="num">{{wait}}</td><td class="num">{{whole}}</td></tr>{{/each}}</tbody></table></div>{{/if}}
</section>{{/if}}`,

  traffic: `
<div class="traffic">
  {{#each parts}}<div class="beside">
    <figure class="diagram"><figcaption>{{t "plannedTitle"}}</figcaption>{{{planned}}}</figure>
    {{#if seen}}<figure class="diagram"><figcaption>{{t "seenTitle"}}</figcaption>{{{seen}}}</figure>{{/if}}
  </div>{{/each}}
  {{#if isUnseen}}<p class="none">{{t "nothingSeen"}}</p>{{else}}<p class="small">{{t "chainLegend"}}</p>
  <details class="as-table"><summary>{{t "asTable"}}</summary>
    <div class="wide" tabindex="0" role="region" aria-label="Tabel, {{titel}}"><table class="times"><thead><tr><th scope="col">{{t "messageTitle"}}</th><th scope="col">{{t "hop"}}</th><th scope="col">{{t "plannedTitle"}}</th><th scope="col">{{t "seenTitle"}}</th><th scope="col">{{t "transfer"}}</th><th scope="col">{{t "process"}}</th><th scope="col">{{t "wait"}}</th><th scope="col">{{t "whole"}}</th><th scope="col">{{t "outcome"}}</th></tr></thead><tbody>{{#each rows}}<tr><th scope="row"><a href="#{{anchor}}">{{bericht}}</a></th><td>{{weg}}</td><td>{{#if isPlanned}}{{t "yes"}}{{else}}{{t "no"}}{{/if}}</td><td>{{#if gezien}}{{gezien}}{{else}}–{{/if}}</td><td class="num">{{transfer}}</td><td class="num">{{process}}</td><td class="num">{{wait}}</td><td class="num">{{whole}}</td><td>{{chip verdict}}{{#if note}} <span class="small">{{tekst note}}</span>{{/if}}</td></tr>{{/each}}</tbody></table></div>
  </details>{{/if}}
</div>`,
};
