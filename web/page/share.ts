import { words } from "./words.ts";

/** "Share": the browser's own way where it has one, else the link is copied. Nothing is sent to anyone by the page. */
export function offerSharing(say: (words: string) => void): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-share]") : null;
    if (button !== null) void share(button, say);
  });
}

async function share(button: HTMLElement, say: (words: string) => void): Promise<void> {
  const link = { title: document.title, url: window.location.href };
  try {
    if (typeof navigator.share === "function") return await navigator.share(link);
    await navigator.clipboard.writeText(link.url);
    const said = button.querySelector("span");
    if (said !== null) said.textContent = words("script.copied");
    say(words("script.copied"));
  } catch (problem) {
    // Who closes the browser's own window has changed their mind.
    if (!(problem instanceof DOMException && problem.name === "AbortError")) say(words("script.not-copied"));
  }
}
