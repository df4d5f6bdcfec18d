/** The template of the section about traffic that was watched. */
export const WATCHED_PARTIALS: Readonly<Record<string, string>> = {
  watched: `
{{#if watched}}<section id="verkeer" class="tabled" aria-labelledby="kop-verkeer">
  <h2 id="kop-verkeer">{{t "watched"}}</h2>
  <p class="intro">{{t "watchedIntro"}}</p>
  <div class="wide"><table><tbody>{{#each watched.counts}}<tr><th scope="row">{{tekst name}}</th><td class="num{{#unless count}} zero{{/unless}}">{{count}}</td></tr>{{/each}}</tbody></table></div>
  <div class="wide"><table class="hops"><thead><tr><th scope="col">{{t "hop"}}</th><th scope="col">{{t "exchanges"}}</th><th scope="col">{{t "servicesSeen"}}</th><th scope="col">{{t "servicesNever"}}</th></tr></thead><tbody>{{#each watched.hops}}<tr><th scope="row">{{hop}}<br><code class="id">{{standaard}}</code></th><td class="num">{{uitwisselingen}}</td><td>{{seen}}</td><td>{{never}}</td></tr>{{/each}}</tbody></table></div>
</section>{{/if}}`,
};
