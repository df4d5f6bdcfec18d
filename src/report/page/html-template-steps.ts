/**
 * Templates of what the page repeats: findings, messages, steps, scenarios.
 */

/** By name, for `{{> name}}`. */
export const STEP_PARTIALS: Readonly<Record<string, string>> = {
  stepTitle: `<span class="arrow" aria-hidden="true">{{#if isNaarProduct}}→{{else}}←{{/if}}</span> {{t "step"}} {{nr}} · <strong>{{berichttype}}</strong>{{#if variant}} <span class="variant">{{variant}}</span>{{/if}}`,

  raised: `
<article class="raised {{step.verdict}}" id="{{step.failureAnchor}}">
  <header>
    <p class="kicker">{{chip step.verdict}}{{#if step.oorzaak}} <span class="cause">{{t "cause"}}: {{tekst step.oorzaak}}</span>{{/if}} <a href="#{{step.anchor}}"><code>{{step.path}}</code></a></p>
    <h3>{{step.scenario}} <span class="h-step">{{#with step}}{{> stepTitle}}{{/with}}</span></h3>
  </header>
  {{#each step.bad}}{{> finding}}{{/each}}
  {{#if also}}<p class="links">{{t "alsoAt"}}: {{#each also}}<a href="#{{anchor}}">{{path}}</a>{{#unless @last}}, {{/unless}}{{/each}}</p>{{/if}}
  {{#if following}}<p class="links">{{t "following"}}: {{#each following}}<a href="#{{anchor}}">{{path}}</a>{{#unless @last}}, {{/unless}}{{/each}}</p>{{/if}}
  {{#each step.exchanges}}{{> exchange}}{{/each}}
</article>`,

  finding: `
<div class="finding {{verdict}}{{#if isMild}} mild{{/if}}">
  <p class="melding"><span class="sign" aria-hidden="true">{{sign verdict}}</span> {{tekst melding}} <code class="id">{{id}}</code>{{#if isMild}} <span class="ernst">{{tekst ernst}}</span>{{/if}}</p>
  <dl>
    {{#if verwacht}}<div><dt>{{t "expected"}}</dt><dd class="value">{{tekst verwacht}}</dd></div>{{/if}}
    {{#if gevonden}}<div><dt>{{t "seen"}}</dt><dd class="value seen">{{tekst gevonden}}</dd></div>{{/if}}
    {{#if plaats}}<div><dt>{{t "place"}}</dt><dd class="value">{{tekst plaats}}</dd></div>{{/if}}
    {{#if advies}}<div class="next"><dt>{{t "nextStep"}}</dt><dd>{{tekst advies}}</dd></div>{{/if}}
    {{#if bron}}<div><dt>{{t "source"}}</dt><dd>{{bron}}</dd></div>{{/if}}
    {{#if bekend}}<div class="known"><dt>{{t "known"}}</dt><dd>{{tekst bekend}}</dd></div>{{/if}}
  </dl>
</div>`,

  confirmation: `
<div class="confirmation">
  <p class="kicker">{{t "askedPerson"}}</p>
  <dl>
    <div><dt>{{tekst vraag}}</dt><dd>{{tekst antwoord}}</dd></div>
    <div><dt>{{t "lookAt"}}</dt><dd>{{tekst kijkNaar}}</dd></div>
    {{#if notitie}}<div><dt>{{t "note"}}</dt><dd>{{notitie}}</dd></div>{{/if}}
  </dl>
</div>`,

  exchange: `
<div class="exchange">
  <p class="kicker">{{t "exchange"}} <code>{{id}}</code>{{#if isReadBack}} · {{t "readBack"}} ({{dienst}}){{/if}} · {{t "attempt"}} {{poging}}{{#if tls}} · {{tls}}{{/if}}</p>
  <div class="{{#if isPair}}pair{{else}}single{{/if}}">
    {{#if vraag}}{{#with vraag}}{{> listing}}{{/with}}{{/if}}
    {{#if antwoord}}{{#with antwoord}}{{> listing}}{{/with}}{{else}}{{#if storing}}<p class="none">{{#if ontweken}}{{tekst ontweken}}{{else}}{{t "noReply"}}{{/if}} <code>{{storing}}</code></p>{{/if}}{{/if}}
  </div>
</div>`,

  listing: `
<figure class="listing">
  <figcaption><strong>{{#if isVraag}}{{t "request"}}{{else}}{{t "reply"}}{{/if}}</strong> <code class="head">{{head}}</code>
    <details class="headers"><summary>{{t "headers"}}</summary><dl>{{#each headers}}<div><dt>{{this.[0]}}</dt><dd>{{this.[1]}}</dd></div>{{/each}}</dl></details>
  </figcaption>
  <div class="rows">{{#each chunks}}{{#if isFolded}}<details class="fold"><summary>… {{count}} {{t "rows"}}</summary>{{{html}}}</details>{{else}}{{{html}}}{{/if}}{{/each}}</div>
  <p class="file"><code>{{file}}</code> · {{bytes}} {{t "bytes"}}{{#each notes}} · {{tekst this}}{{/each}}</p>
</figure>`,

  step: `
<details class="step" id="{{anchor}}" data-verdict="{{verdict}}">
  <summary><span class="step-line">{{chip verdict}} <span class="step-name">{{> stepTitle}}</span> <span class="service">{{dienst}}</span>{{#if gevolgVan}} <span class="small">{{t "followsFrom"}} {{gevolgVan.path}}</span>{{/if}}{{#if oorzaak}} <span class="small">{{t "cause"}}: {{tekst oorzaak}}</span>{{/if}}</span></summary>
  <div class="body">
    {{#if gevolgVan}}<p class="links">{{t "followsFrom"}} <a href="#{{gevolgVan.anchor}}">{{gevolgVan.path}}</a></p>{{/if}}
    {{#if anomaly}}<p class="anomaly">{{anomaly}}{{#if src}} <code>{{src}}</code>{{/if}}</p>{{/if}}
    {{#if confirmation}}{{#with confirmation}}{{> confirmation}}{{/with}}{{/if}}
    {{#each bad}}<div id="{{anchor}}">{{> finding}}</div>{{/each}}
    {{#if isShownAbove}}<p class="links"><a href="#{{failureAnchor}}">{{#if isFailure}}{{t "seeAbove"}}{{else}}{{t "seeUndecided"}}{{/if}}</a></p>{{/if}}
    {{#if good}}<ul class="good">{{#each good}}<li id="{{anchor}}" class="{{verdict}}"><span class="sign" aria-hidden="true">{{sign verdict}}</span> <span><span class="visually-hidden">{{word verdict}}: </span>{{tekst melding}} <code class="id">{{id}}</code>{{#if bronKort}} <span class="small">{{bronKort}}</span>{{/if}}</span></li>{{/each}}</ul>{{/if}}
    {{#unless bad}}{{#unless good}}<p class="small">{{t "noChecks"}}</p>{{/unless}}{{/unless}}
    {{#if exchanges}}<details class="messages"><summary>{{t "messages"}}{{#each exchanges}} <code>{{id}}</code>{{/each}}</summary>{{#each exchanges}}{{> exchange}}{{/each}}</details>{{/if}}
    {{#if src}}<p class="small">{{t "inTestset"}}: <code>{{src}}</code></p>{{/if}}
  </div>
</details>`,

  scenario: `
<details class="scenario" id="{{anchor}}"{{#if isOpen}} open{{/if}}>
  <summary><span class="scenario-line">{{chip verdict}} <span class="scenario-title"><span role="heading" aria-level="3">{{titel}}</span> <code>{{id}}</code></span> <span class="small">{{#if verplicht}}{{t "mandatory"}}{{else}}{{t "optional"}}{{/if}}{{#if skipped}} · {{tekst skipped}}{{/if}}</span><span class="dots" aria-hidden="true">{{#each steps}}<i class="{{verdict}}"></i>{{/each}}</span></span></summary>
  <div class="scenario-body{{#if traffic}} of-chain{{/if}}">
    {{#if traffic}}{{#with traffic}}{{> traffic}}{{/with}}{{else}}<figure class="diagram">{{{diagram}}}{{#if hasLegend}}<figcaption class="small">{{t "legend"}}</figcaption>{{/if}}</figure>{{/if}}
    <div class="steps">{{#each steps}}{{> step}}{{/each}}</div>
  </div>
</details>`,
};
