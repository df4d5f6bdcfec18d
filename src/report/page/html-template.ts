/**
 * The page's outer template. Templates hold markup only; every value is escaped by Handlebars, and the few helpers that
 * return markup (`t`, `tekst`, `chip`) escape what they are given.
 */

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
<a class="skip" href="#samenvatting">{{t "skip"}}</a>
<header class="top">
  <p class="brand"><strong>ketentest</strong> <span>{{t "report"}}</span> <code>{{report.rapport.nummer}}</code></p>
  <nav class="contents">
    <a href="#samenvatting">{{t "summary"}}</a>
    {{#if chain}}<a href="#keten">{{t "chain"}}</a>{{/if}}
    <a href="#fouten">{{t "failures"}} <span class="num">{{failures.length}}</span></a>
    {{#if undecided}}<a href="#niet-beslist">{{t "undecided"}}</a>{{/if}}
    <a href="#alles">{{t "everything"}}</a>
    <a href="#verantwoording">{{t "account"}}</a>
  </nav>
  <fieldset class="languages"><legend class="visually-hidden">{{t "language"}}</legend><input class="lang" type="radio" name="taal" id="taal-nl"{{#if isNl}} checked{{/if}}><label for="taal-nl" lang="nl">Nederlands</label><input class="lang" type="radio" name="taal" id="taal-en"{{#unless isNl}} checked{{/unless}}><label for="taal-en" lang="en">English</label></fieldset>
</header>
<main>
{{#if ownReference}}<p class="own-reference" role="note"><span aria-hidden="true">!</span> {{tekst ownReference}}</p>{{/if}}
{{#if privacy.isBlocked}}<p class="own-reference" role="note"><span aria-hidden="true">!</span> <a href="#privacy">{{t "blocked"}}</a></p>{{/if}}
{{> summary}}
{{> privacy}}
{{> watched}}
{{> chain}}
{{> story}}
{{> everything}}
{{> account}}
</main>
<footer>
  <p>{{t "proof"}} <code>ketentest verify</code></p>
  <p class="small">{{report.harnas.naam}} {{report.harnas.versie}} · {{report.rapport.nummer}} · {{report.uitvoering.beeindigdOp}}</p>
</footer>
<script>{{{script}}}</script>
</body>
</html>
`;
