// A text field with a list of offers (the combobox pattern of the ARIA Authoring Practices).

import { freshId, h, refill } from "./dom.js";

/**
 * offers: (text) => [{label, detail, value, node}], best first; an empty text gives what is shown before typing.
 * pick: (value) => void. shown: the label of what is chosen. keep: whether the field shows the choice afterwards.
 */
export function combobox({ label, shown = "", placeholder = "", offers, pick, keep = true, type = "text", say = null }) {
  const listId = freshId("offers");
  const field = h("input", {
    type, class: "combo-field", role: "combobox", "aria-label": label, "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": listId, autocomplete: "off", autocapitalize: "off", spellcheck: "false", placeholder,
  });
  field.value = shown;
  const items = h("ul", { id: listId, class: "offers", role: "listbox", "aria-label": label, hidden: true });
  const box = h("span", { class: "combo" }, field, items);
  let current = [];
  let at = -1;

  const mark = (n) => {
    at = n;
    [...items.children].forEach((item, m) => item.setAttribute("aria-selected", String(m === n)));
    const item = items.children[n];
    if (item) {
      field.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    items.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = (text) => {
    current = offers(text);
    refill(items, current.map((offer, n) =>
      h("li", {
        role: "option", id: `${listId}-${n}`, "aria-selected": "false",
        on: { pointerdown: (event) => event.preventDefault(), click: () => choose(n) },
      }, offer.node ?? null, h("span", { class: "offer-label" }, offer.label), offer.detail && h("span", { class: "offer-detail" }, offer.detail))));
    const typed = text.trim() !== "";
    if (!current.length && typed) {
      refill(items, h("li", { class: "no-offer", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing found. Try other words."));
    }
    items.hidden = items.children.length === 0;
    field.setAttribute("aria-expanded", String(!items.hidden));
    mark(current.length && typed ? 0 : -1);
    if (say && typed) say(current.length ? `${current.length} found` : "Nothing found");
  };
  const choose = (n) => {
    const offer = current[n];
    if (!offer) return;
    field.value = keep ? offer.label : "";
    close();
    pick(offer.value);
  };
  field.addEventListener("focus", () => field.select());
  field.addEventListener("click", () => items.hidden && open(field.value === shown ? "" : field.value));
  field.addEventListener("input", () => open(field.value));
  field.addEventListener("blur", () => {
    close();
    if (keep) field.value = shown;
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (items.hidden) open(field.value === shown ? "" : field.value);
      else if (current.length) mark((at + (event.key === "ArrowDown" ? 1 : -1) + current.length) % current.length);
    } else if (event.key === "Enter" && !items.hidden) {
      event.preventDefault();
      choose(at < 0 ? 0 : at);
    } else if (event.key === "Escape") {
      if (!items.hidden) event.preventDefault();
      field.value = keep ? shown : "";
      close();
    }
  });
  return box;
}
