/** List or map on narrow screens. Wide ones show both, and the switch is not drawn. */
export function offerViews(layout: HTMLElement, showMap: () => void): void {
  layout.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-view]") : null;
    if (button === null || button === layout) return;
    layout.dataset["shown"] = button.dataset["view"] ?? "list";
    markView(layout);
    if (layout.dataset["shown"] !== "map") return;
    showMap();
    button.parentElement?.scrollIntoView({ block: "start" });
  });
}

/** After a swap the new buttons say again which view is shown. */
export function markView(layout: HTMLElement): void {
  const shown = layout.dataset["shown"] ?? "list";
  layout.querySelectorAll<HTMLElement>("button[data-view]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset["view"] === shown));
  });
}
