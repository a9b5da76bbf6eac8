import { rounded, withoutPlace } from "./question.ts";
import { hiddenField } from "./results.ts";
import { words } from "./words.ts";

/** "Use my location": asks the browser only when pressed, and sends the position rounded to about 100 metres. */
export function offerPosition(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("[data-position]");
  const said = form.querySelector<HTMLElement>("[data-position-said]");
  if (button === null || said === null) return;
  const place = (navigator as Partial<Navigator>).geolocation;
  button.addEventListener("click", () => {
    said.textContent = words(place === undefined ? "script.no-position" : "script.finding");
    place?.getCurrentPosition(
      ({ coords }) => {
        said.textContent = "";
        usePosition(form, rounded(coords.latitude), rounded(coords.longitude));
      },
      ({ code }) => { said.textContent = words(reasons[code] ?? "script.no-position"); },
      { maximumAge: 300_000, timeout: 15_000 },
    );
  });
}

/** Why there is no position, by the codes of the Geolocation standard: each has a remedy of its own. */
const reasons: Readonly<Record<number, string>> = { 1: "script.position-denied", 2: "script.position-unknown", 3: "script.position-slow" };

function usePosition(form: HTMLFormElement, lat: string, lon: string): void {
  form.querySelectorAll("input[name=lat], input[name=lon]").forEach((field) => field.remove());
  form.append(hiddenField("lat", lat), hiddenField("lon", lon));
  const question = form.elements.namedItem("q");
  if (question instanceof HTMLInputElement) question.value = withoutPlace(question.value);
  form.requestSubmit();
}
