// Making elements. Text from data is only ever set as text: nothing here takes HTML.

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** An element. `props`: attributes; `on` holds listeners, `class` and `data` what they say; null and false are left out. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG_NAMESPACE, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, heard] of Object.entries(value)) element.addEventListener(event, heard);
    else if (name === "data") for (const [key, told] of Object.entries(value)) element.dataset[key] = told;
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

/** Children: nodes, texts, lists of them; nothing where null, undefined or false. */
export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

/** Takes everything out of an element and puts the children in. */
export function refill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

let lastId = 0;
/** An id that no other element bears. */
export function freshId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}

/** A link out of the page, or plain text where the address is no web address. */
export function outLink(address, ...children) {
  if (!isWebAddress(address)) return h("span", null, ...children);
  return h(
    "a",
    { href: address, class: "out", rel: "noopener noreferrer", target: "_blank" },
    ...children,
    h("span", { class: "out-mark", "aria-hidden": "true" }, "↗"),
    h("span", { class: "unseen" }, " (opens another site)"),
  );
}

/** True for http and https alone: an address from data may be anything. */
export function isWebAddress(address) {
  return typeof address === "string" && /^https?:\/\/[^\s]+$/i.test(address);
}

/** A part of the page that can be folded. */
export function folded(summary, open, ...children) {
  return h("details", { open }, h("summary", null, summary), ...children);
}

/** "1 rule", "2 rules". */
export function count(n, one, many = `${one}s`) {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}
