/**
 * Templates of the page's sections, from the summary down to the account of the run.
 */

/** By name, for `{{> name}}`. */
export const SECTION_PARTIALS: Readonly<Record<string, string>> = {
  summary: `
<section id="samenvatting" class="summary" aria-labelledby="product-naam">
  <div class="verdict {{tone}}">
    <p class="kicker">{{report.standaard.naam}} {{report.standaard.versie}} · {{t "role"}} {{report.standaard.rol}}</p>
    {{#if chain.titel}}<h1 id="product-naam">{{chain.titel}}</h1>
    <p class="by">{{#each chain.partijen}}{{#unless @first}} · {{/unless}}{{tekst naam}}: {{tekst versie}}{{/each}}</p>
    {{else}}<h1 id="product-naam">{{report.product.pakketnaam}} <span class="version">{{report.product.versie}}</span></h1>
    <p class="by">{{t "supplier"}} {{report.leverancier.naam}}</p>{{/if}}
    <p class="result"><span class="visually-hidden">{{t "result"}}: </span>{{tekst totalWord}}</p>
    <p class="meaning">{{tekst totalMeaning}}</p>
    {{#if chain.result}}<p class="meaning"><a href="#keten">{{tekst chain.result.tekst}}</a></p>{{/if}}
    {{#if chainFirst}}{{#with chainFirst}}{{> chainFirst}}{{/with}}{{else}}{{#if first}}{{> first}}{{/if}}{{/if}}
    {{#if causes}}<p class="causes">{{#each causes}}<span>{{tekst this}}</span>{{/each}}{{#if coverage.consequences}}<span>{{coverage.consequences}} {{t "consequences"}}</span>{{/if}}</p>{{/if}}
    <div class="coverage">
      <svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">{{#each coverage.bars}}<rect class="{{verdict}}" x="{{x}}" y="0" width="{{width}}" height="14"/>{{/each}}</svg>
      <p><strong class="num">{{coverage.judged}}</strong> {{t "of"}} <strong class="num">{{coverage.total}}</strong> {{t "judged"}}</p>
    </div>
    <table class="tally">
      <caption class="visually-hidden">{{t "coverage"}}</caption>
      <thead><tr><td></td>{{#each tally.verdicts}}<th scope="col">{{chip this}}</th>{{/each}}<th scope="col">{{t "total"}}</th></tr></thead>
      <tbody>{{#each tally.rows}}<tr><th scope="row">{{t key}}</th>{{#each cells}}<td class="num{{#unless count}} zero{{/unless}}">{{count}}</td>{{/each}}<td class="num sum">{{total}}</td></tr>{{/each}}</tbody>
    </table>
    {{#if confirmations}}<p class="small">{{t "askedPersons"}}: {{tekst confirmations}}</p>{{/if}}
    {{#if deviations}}<p class="small"><a href="#afwijkingen">{{t "deviations"}}: {{tekst deviations.counts}}</a></p>{{/if}}
    {{#if unexpected}}<p class="small"><a href="#onverwacht">{{t "unexpected"}}: {{unexpected.length}}</a></p>{{/if}}
  </div>
  <aside class="limits" aria-labelledby="grenzen">
    <h2 id="grenzen">{{t "limits"}}</h2>
    <ul>{{#each limits}}<li>{{tekst this}}</li>{{/each}}</ul>
    {{#if selftest.groups}}<p class="small"><a href="#zelftoets">{{t "selftestLink"}}</a></p>{{/if}}
  </aside>
  <dl class="facts" aria-label="{{#if isNl}}Gegevens van de run{{else}}Facts of the run{{/if}}">
    {{#each facts}}<div><dt>{{tekst name}}</dt><dd>{{tekst value}}{{#if code}} <code>{{code}}</code>{{/if}}</dd></div>{{/each}}
  </dl>
</section>`,

  first: `
<div class="first">
  <h2>{{#if first.isFaulty}}{{t "firstFaults"}}{{else}}{{t "firstUndecided"}}{{/if}}</h2>
  <ol>{{#each first.faults}}<li>
    <p class="what"><a href="#{{anchor}}">{{#if element}}<code>{{before}}<strong>{{element}}</strong></code>{{else}}{{tekst melding}}{{/if}}</a>{{#if isKnown}} <span class="ernst">{{t "known"}}</span>{{/if}}</p>
    {{#if element}}<p>{{tekst melding}} <code class="id">{{id}}</code></p>{{/if}}
    {{#if verwacht}}<p class="small">{{t "expected"}} <code>{{tekst verwacht}}</code></p>{{/if}}
    {{#if gevonden}}<p class="small">{{t "seen"}} <code class="seen">{{tekst gevonden}}</code></p>{{/if}}
    <p class="small">{{t "step"}} {{step}}{{#if line}}, {{t "line"}} {{line}}{{/if}}{{#if more}}, {{t "alsoElsewhere"}} {{more}} {{t "more"}}{{/if}}</p>
  </li>{{/each}}</ol>
  <p class="small"><a href="#{{#if first.isFaulty}}fouten{{else}}niet-beslist{{/if}}">{{#if first.isFaulty}}{{t "andMore"}}{{else}}{{t "andMoreUndecided"}}{{/if}}</a>{{#if first.rest}} (+{{first.rest}}){{/if}}</p>
</div>`,

  privacy: `
{{#if privacy}}<section id="privacy" class="tabled" aria-labelledby="kop-privacy">
  <h2 id="kop-privacy">{{t "privacy"}}</h2>
  <p class="intro">{{tekst privacy.intro}}</p>
  <div class="wide"><table><thead><tr><th scope="col">{{t "find"}}</th><th scope="col">{{t "findPlace"}}</th><th scope="col">{{t "outcome"}}</th></tr></thead><tbody>{{#each privacy.rows}}<tr><th scope="row">{{id}}</th><td>{{#each places}}{{#unless @first}}<br>{{/unless}}{{tekst this}}{{/each}}</td><td{{#if isOpen}} class="open"{{/if}}>{{tekst stand}}</td></tr>{{/each}}</tbody></table></div>
</section>{{/if}}`,

  story: `
<section id="fouten" aria-labelledby="kop-fouten">
  <h2 id="kop-fouten">{{t "failures"}} <span class="num">{{failures.length}}</span></h2>
  {{#each failures}}{{> raised}}{{else}}<p>{{t "noFailures"}}</p>{{/each}}
</section>
{{#if deviations}}<section id="afwijkingen" class="tabled" aria-labelledby="kop-afwijkingen">
  <h2 id="kop-afwijkingen">{{t "deviations"}}</h2>
  <p class="intro">{{t "deviationsIntro"}}</p>
  <div class="wide"><table><thead><tr><th scope="col">{{t "outcome"}}</th><th scope="col">{{t "where"}}</th><th scope="col">{{t "why"}}</th></tr></thead><tbody>{{#each deviations.rows}}<tr><td{{#if isOpen}} class="open"{{/if}}>{{tekst stand}}{{#each verklaart}}<br><a href="#{{anchor}}">{{path}}</a>{{/each}}</td><td><code>{{stap}}</code><br><code>{{regel}}</code></td><td>{{tekst reden}}</td></tr>{{/each}}</tbody></table></div>
</section>{{/if}}
{{#if undecided}}<section id="niet-beslist" aria-labelledby="kop-niet-beslist">
  <h2 id="kop-niet-beslist">{{t "undecided"}}</h2>
  <p class="intro">{{t "undecidedIntro"}}</p>
  {{#each undecided}}{{> raised}}{{/each}}
</section>{{/if}}
{{#if unexpected}}<section id="onverwacht" aria-labelledby="kop-onverwacht">
  <h2 id="kop-onverwacht">{{t "unexpected"}} <span class="num">{{unexpected.length}}</span></h2>
  <p class="intro">{{t "unexpectedIntro"}}</p>
  {{#each unexpected}}<article class="raised niet_beslist">
    <header><p class="kicker">{{ontvangenOp}}</p><h3>{{#if dienst}}{{dienst}} {{/if}}<span class="h-step">{{tekst why}}</span></h3></header>
    {{#if exchange}}{{#with exchange}}{{> exchange}}{{/with}}{{/if}}
  </article>{{/each}}
</section>{{/if}}
{{#if remarks}}<section id="opmerkingen" aria-labelledby="kop-opmerkingen">
  <h2 id="kop-opmerkingen">{{t "remarks"}}</h2>
  <p class="intro">{{t "remarksIntro"}}</p>
  {{#each remarks}}<article class="remark">{{#with rule}}{{> finding}}{{/with}}<p class="links">{{#each at}}<a href="#{{anchor}}">{{path}}</a>{{#unless @last}}, {{/unless}}{{/each}}</p></article>{{/each}}
</section>{{/if}}
{{#if unchecked}}<section id="niet-gecontroleerd" aria-labelledby="kop-niet-gecontroleerd">
  <h2 id="kop-niet-gecontroleerd">{{t "unchecked"}}</h2>
  <p class="intro">{{t "uncheckedIntro"}}</p>
  <ul class="good">{{#each unchecked}}<li><span class="sign" aria-hidden="true">?</span> <span>{{tekst rule.melding}} <code class="id">{{rule.id}}</code> <span class="small">×{{count}}{{#if bron}} · {{bron}}{{/if}}</span></span></li>{{/each}}</ul>
</section>{{/if}}
{{#if ruleCoverage}}<section id="regeldekking" class="tabled" aria-labelledby="kop-regeldekking">
  <h2 id="kop-regeldekking">{{t "ruleCoverage"}}</h2>
  <p class="intro">{{t "ruleCoverageIntro"}}</p>
  <div class="wide"><table><tbody>{{#each ruleCoverage.rows}}<tr><th scope="row">{{tekst name}}</th><td class="num">{{count}}</td></tr>{{/each}}</tbody></table></div>
  {{#if ruleCoverage.unchecked}}<details><summary>{{t "ruleUnchecked"}}</summary><ul>{{#each ruleCoverage.unchecked}}<li>{{tekst reason}} ({{count}}): <code class="id">{{ids}}</code></li>{{/each}}</ul></details>{{/if}}
</section>{{/if}}
{{#if selftest}}<section id="zelftoets" class="tabled" aria-labelledby="kop-zelftoets">
  <h2 id="kop-zelftoets">{{t "selftest"}}</h2>
  <p class="intro">{{t "selftestIntro"}}</p>
  <div class="wide"><table><tbody>{{#each selftest.rows}}<tr><th scope="row">{{tekst name}}</th><td class="num">{{count}} {{t "of"}} {{of}}</td></tr>{{/each}}</tbody></table></div>
  {{#each selftest.groups}}<details><summary>{{tekst reason}} ({{count}})</summary><ul>{{#each survivors}}<li>{{tekst titel}} <code class="id">{{id}}</code></li>{{/each}}</ul></details>{{/each}}
</section>{{/if}}`,

  everything: `
<section id="alles" aria-labelledby="kop-alles">
  <h2 id="kop-alles">{{t "everything"}}</h2>
  <p class="intro">{{t "everythingIntro"}}</p>
  <form class="tools" id="tools" role="search" hidden>
    <label>{{t "search"}} <input type="search" id="zoek" autocomplete="off"></label>
    <fieldset><legend>{{t "show"}}</legend>{{#each tally.verdicts}}<label><input type="checkbox" name="toon" value="{{this}}" checked>{{chip this}}</label>{{/each}}</fieldset>
    <span class="buttons"><button type="button" id="open">{{t "openAll"}}</button><button type="button" id="dicht">{{t "closeAll"}}</button></span>
    <p role="status"><span id="aantal" class="num"></span> {{t "matches"}}</p>
  </form>
  {{#each scenarios}}{{> scenario}}{{/each}}
</section>`,

  account: `
<section id="verantwoording" class="account" aria-labelledby="kop-verantwoording">
  <h2 id="kop-verantwoording">{{t "account"}}</h2>
  <h3>{{t "leftBehind"}}</h3>
  {{#if leftBehind}}<div class="wide"><table><thead><tr><th scope="col">{{t "kind"}}</th><th scope="col">{{t "identification"}}</th><th scope="col">{{t "madeBy"}}</th></tr></thead><tbody>{{#each leftBehind}}<tr><td>{{soort}}</td><td><code>{{identificatie}}</code></td><td><a href="#{{anchor}}">{{stap}}</a></td></tr>{{/each}}</tbody></table></div>{{else}}<p>{{t "leftBehindNone"}}</p>{{/if}}
  <h3>{{t "overrides"}}</h3>
  {{#if report.uitvoering.overschrijvingen}}<div class="wide"><table><thead><tr><th scope="col">{{t "name"}}</th><th scope="col">{{t "value"}}</th><th scope="col">{{t "standard"}}</th></tr></thead><tbody>{{#each report.uitvoering.overschrijvingen}}<tr><td>{{naam}}</td><td><code>{{waarde}}</code></td><td>{{#if standaard}}<code>{{standaard}}</code>{{/if}}</td></tr>{{/each}}</tbody></table></div>{{else}}<p>{{t "overridesNone"}}</p>{{/if}}
  {{#if anomalies}}<h3>{{t "anomalies"}}</h3><p class="intro">{{t "anomaliesIntro"}}</p>
  <ul>{{#each anomalies}}<li><a href="#{{anchor}}">{{path}}</a>: {{text}}{{#if src}} <code>{{src}}</code>{{/if}}</li>{{/each}}</ul>{{/if}}
  {{#if sources}}<h3>{{t "sources"}}</h3>
  <ul>{{#each sources}}<li>{{titel}}{{#if versie}}, {{t "version"}} {{versie}}{{/if}}{{#if datum}}, {{datum}}{{/if}} <code>{{key}}</code></li>{{/each}}</ul>{{/if}}
</section>`,
};
