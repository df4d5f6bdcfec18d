/**
 * The page's script: searches, filters, unfolds. Everything can be read without it.
 */
export const SCRIPT = `
'use strict';
(function () {
  var tools = document.getElementById('tools');
  var search = document.getElementById('zoek');
  var list = function (found) { return Array.prototype.slice.call(found); };
  var scenarios = list(document.querySelectorAll('details.scenario'));
  var steps = list(document.querySelectorAll('details.step'));
  var groups = scenarios.map(function (scenario) {
    return { of: scenario, steps: list(scenario.querySelectorAll('details.step')).map(function (step) { return { of: step }; }) };
  });
  // Read once: a large report is searched at every key.
  function textOf(each, element) {
    if (each.text === undefined) each.text = element.textContent.toLowerCase();
    return each.text;
  }
  function filter() {
    var words = search.value.trim().toLowerCase();
    var shown = list(tools.querySelectorAll('input[name=toon]:checked')).map(function (box) { return box.value; });
    var count = 0;
    groups.forEach(function (group) {
      var isTitled = words === '' || textOf(group, group.of.querySelector('summary')).indexOf(words) >= 0;
      var any = false;
      group.steps.forEach(function (each) {
        var fits = shown.indexOf(each.of.dataset.verdict) >= 0 && (isTitled || textOf(each, each.of).indexOf(words) >= 0);
        if (each.of.hidden === fits) each.of.hidden = !fits;
        if (fits) { any = true; count += 1; }
      });
      group.of.hidden = !any;
      if (words !== '' && any) group.of.open = true;
    });
    document.getElementById('aantal').textContent = String(count);
  }
  function unfold(isOpen) {
    scenarios.concat(steps).forEach(function (each) { each.open = isOpen; });
  }
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var at = target; at; at = at.parentElement) {
      at.hidden = false;
      if (at.tagName === 'DETAILS') at.open = true;
    }
    if (target) target.scrollIntoView();
  }
  tools.hidden = false;
  tools.addEventListener('input', filter);
  tools.addEventListener('submit', function (event) { event.preventDefault(); });
  document.getElementById('open').addEventListener('click', function () { unfold(true); });
  document.getElementById('dicht').addEventListener('click', function () { unfold(false); });
  document.addEventListener('change', function (event) {
    if (event.target.name === 'taal') document.documentElement.lang = event.target.id.slice(-2);
  });
  window.addEventListener('hashchange', reveal);
  window.addEventListener('beforeprint', function () {
    scenarios.concat(steps).forEach(function (each) { each.dataset.open = each.open; each.open = true; });
  });
  window.addEventListener('afterprint', function () {
    scenarios.concat(steps).forEach(function (each) { each.open = each.dataset.open === 'true'; });
  });
  filter();
  reveal();
})();
`;
