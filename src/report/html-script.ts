/**
 * The page's script: searches, filters, unfolds. Everything can be read without it.
 */
export const SCRIPT = `
'use strict';
(function () {
  var tools = document.getElementById('tools');
  var search = document.getElementById('zoek');
  var steps = Array.prototype.slice.call(document.querySelectorAll('details.step'));
  var scenarios = Array.prototype.slice.call(document.querySelectorAll('details.scenario'));
  function filter() {
    var words = search.value.trim().toLowerCase();
    var shown = Array.prototype.map.call(tools.querySelectorAll('input[name=toon]:checked'), function (box) { return box.value; });
    var count = 0;
    scenarios.forEach(function (scenario) {
      var title = scenario.querySelector('summary').textContent.toLowerCase();
      var any = false;
      steps.filter(function (step) { return scenario.contains(step); }).forEach(function (step) {
        var fits = shown.indexOf(step.dataset.verdict) >= 0 &&
          (words === '' || title.indexOf(words) >= 0 || step.textContent.toLowerCase().indexOf(words) >= 0);
        step.hidden = !fits;
        if (fits) { any = true; count += 1; }
      });
      scenario.hidden = !any;
      if (words !== '' && any) scenario.open = true;
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
