/* A plain page without reloads: what a control changes is fetched, takes the old answer's place, and becomes the address.
   Everything works without this script, by the form's button; where a fetch fails, the browser goes there itself. */
(function () {
  "use strict";
  var under_way = null, shown = window.location.search;

  function main() { return document.querySelector("main"); }

  /* The form's query; what is left at nothing is left out. */
  function asked(form) {
    var parts = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value) parts.append(name, value); });
    return parts.toString();
  }

  /* The control that a person is at keeps the focus: it is another element of the same name afterwards. */
  function replace(page) {
    var at = document.activeElement, name = at && at.form && at.name;
    main().replaceWith(document.adoptNode(page.querySelector("main")));
    document.title = page.title;
    var query = main().dataset.query;
    document.querySelectorAll("a[data-view]").forEach(function (same) { same.href = same.dataset.view + (query ? "?" + query : ""); }); // the same list elsewhere
    var again = name && main().querySelector('[name="' + name + '"]');
    if (again) again.focus({ preventScroll: true });
    var said = main().querySelector("[data-said]");
    document.querySelector("[data-status]").textContent = said ? said.textContent : page.title;
  }

  function show(query, enter) {
    var url = window.location.pathname + (query ? "?" + query : "");
    if (under_way) under_way.abort();
    var mine = (under_way = new AbortController());
    main().setAttribute("aria-busy", "true");
    fetch(url, { signal: mine.signal }).then(function (answer) {
      if (!answer.ok) throw new Error("HTTP " + answer.status);
      return answer.text();
    }).then(function (text) {
      replace(new DOMParser().parseFromString(text, "text/html"));
      enter(main().dataset.query);
      shown = window.location.search;
    }).catch(function () {
      if (!mine.signal.aborted) window.location.assign(url);
    });
  }

  function push(query) { window.history.pushState(null, "", window.location.pathname + (query ? "?" + query : "")); }

  document.addEventListener("change", function (event) {
    if (event.target.form && event.target.form.hasAttribute("data-live")) show(asked(event.target.form), push);
  });
  document.addEventListener("submit", function (event) {
    if (!event.target.hasAttribute("data-live")) return;
    event.preventDefault();
    show(asked(event.target), push);
  });
  window.addEventListener("popstate", function () {  // also a step within the page, by the link that skips the bar
    if (window.location.search !== shown) show(window.location.search.slice(1), function () {});
  });
})();
