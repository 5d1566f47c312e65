(function () {
  "use strict";
  const form = document.getElementById("tools");
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const none = document.getElementById("none");
  const boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
  const sections = Array.from(document.querySelectorAll("section.question"), function (section) {
    return { section: section, rows: Array.from(section.querySelectorAll("tbody > tr")) };
  });
  const title = function (one) { return one.section.querySelector("h2").textContent.toLowerCase(); };
  const texts = new Map();
  const text = function (row, one) {
    if (!texts.has(row)) { texts.set(row, row.textContent.toLowerCase() + " " + title(one)); }
    return texts.get(row);
  };

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const states = new Set(boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; }));
    let count = 0;
    let total = 0;
    for (const one of sections) {
      let here = 0;
      for (const row of one.rows) {
        const fits = states.has(row.dataset.state) && words.every(function (word) { return text(row, one).includes(word); });
        row.hidden = !fits;
        here += fits ? 1 : 0;
      }
      one.section.hidden = here === 0;
      count += here;
      total += one.rows.length;
    }
    none.hidden = count > 0 || total === 0;
    found.textContent = count === total ? "" : count + " of " + total + " figures";
  }

  function sort(head, column, kind) {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.children) { other.removeAttribute("aria-sort"); }
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = head.closest("table").tBodies[0];
    const key = function (row) { return row.children[column].dataset.key; };
    const compare = function (a, b) {
      const one = key(a);
      const other = key(b);
      if (one === "" || other === "") { return (one === "") - (other === ""); }
      const order = kind === "number" ? Number(one) - Number(other) : one < other ? -1 : one > other ? 1 : 0;
      return down ? -order : order;
    };
    body.append(...Array.from(body.rows).sort(compare));
  }

  for (const head of document.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const column = Array.from(head.parentElement.children).indexOf(head);
    button.addEventListener("click", function () { sort(head, column, head.dataset.sort); });
  }

  // A link to a figure that the filter hides shows all of them first.
  function arrive() {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) {
      form.reset();
      target.scrollIntoView();
    }
  }

  form.addEventListener("input", filter);
  form.addEventListener("reset", function () { setTimeout(filter, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", arrive);
  document.documentElement.classList.add("scripted");
  form.hidden = false;
  filter();
})();
