/**
 * The page's templates. They hold markup only; every value is escaped by Handlebars, and the few helpers that return
 * markup (`t`, `tekst`, `chip`) escape what they are given.
 */

/** By name, for `{{> name}}`. */
export const PARTIALS: Readonly<Record<string, string>> = {
  summary: `
<section id="samenvatting" class="summary" aria-labelledby="product-naam">
  <div class="verdict {{tone}}">
    <p class="kicker">{{report.standaard.naam}} {{report.standaard.versie}} · {{t "role"}} {{report.standaard.rol}}</p>
    <h1 id="product-naam">{{report.product.pakketnaam}} <span class="version">{{report.product.versie}}</span></h1>
    <p class="by">{{t "supplier"}} {{report.leverancier.naam}}</p>
    <p class="result"><span class="visually-hidden">{{t "result"}}: </span>{{tekst totalWord}}</p>
    <p class="meaning">{{tekst totalMeaning}}</p>
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
    {{#if antwoord}}{{#with antwoord}}{{> listing}}{{/with}}{{else}}{{#if storing}}<p class="none">{{t "noReply"}} <code>{{storing}}</code></p>{{/if}}{{/if}}
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
  <div class="scenario-body">
    <figure class="diagram">{{{diagram}}}{{#if hasLegend}}<figcaption class="small">{{t "legend"}}</figcaption>{{/if}}</figure>
    <div class="steps">{{#each steps}}{{> step}}{{/each}}</div>
  </div>
</details>`,
};

/** The page. `styles`, `script` and `csp` are ours and fit together. */
export const PAGE = `<!DOCTYPE html>
<html lang="{{taal}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{{csp}}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{{title}}</title>
<style>{{{styles}}}</style>
</head>
<body>
<input class="lang" type="radio" name="taal" id="taal-nl" aria-label="Nederlands"{{#if isNl}} checked{{/if}}>
<input class="lang" type="radio" name="taal" id="taal-en" aria-label="English"{{#unless isNl}} checked{{/unless}}>
<a class="skip" href="#samenvatting">{{t "skip"}}</a>
<header class="top">
  <p class="brand"><strong>ketentest</strong> <span>{{t "report"}}</span> <code>{{report.rapport.nummer}}</code></p>
  <nav class="contents">
    <a href="#samenvatting">{{t "summary"}}</a>
    <a href="#fouten">{{t "failures"}} <span class="num">{{failures.length}}</span></a>
    {{#if undecided}}<a href="#niet-beslist">{{t "undecided"}}</a>{{/if}}
    <a href="#alles">{{t "everything"}}</a>
    <a href="#verantwoording">{{t "account"}}</a>
  </nav>
  <p class="languages"><label for="taal-nl" lang="nl">Nederlands</label><label for="taal-en" lang="en">English</label></p>
</header>
<main>
{{#if ownReference}}<p class="own-reference" role="note"><span aria-hidden="true">!</span> {{tekst ownReference}}</p>{{/if}}
{{> summary}}
<section id="fouten" aria-labelledby="kop-fouten">
  <h2 id="kop-fouten">{{t "failures"}} <span class="num">{{failures.length}}</span></h2>
  {{#each failures}}{{> raised}}{{else}}<p>{{t "noFailures"}}</p>{{/each}}
</section>
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
</section>{{/if}}
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
</section>
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
</section>
</main>
<footer>
  <p>{{t "proof"}} <code>ketentest verify</code></p>
  <p class="small">{{report.harnas.naam}} {{report.harnas.versie}} · {{report.rapport.nummer}} · {{report.uitvoering.beeindigdOp}}</p>
</footer>
<script>{{{script}}}</script>
</body>
</html>
`;
