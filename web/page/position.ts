import { rounded, withoutPlace } from "./question.ts";
import { hiddenField } from "./results.ts";
import { words } from "./words.ts";

/** "Use my location": asks the browser only when pressed, and sends the position rounded to about 100 metres. */
export function offerPosition(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("[data-position]");
  const said = form.querySelector<HTMLElement>("[data-position-said]");
  if (button === null || said === null) return;
  button.addEventListener("click", () => {
    said.textContent = words("script.finding");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        said.textContent = "";
        usePosition(form, rounded(coords.latitude), rounded(coords.longitude));
      },
      () => { said.textContent = words("script.no-position"); },
      { maximumAge: 300_000, timeout: 15_000 },
    );
  });
}

function usePosition(form: HTMLFormElement, lat: string, lon: string): void {
  form.querySelectorAll("input[name=lat], input[name=lon]").forEach((field) => field.remove());
  form.append(hiddenField("lat", lat), hiddenField("lon", lon));
  const question = form.elements.namedItem("q");
  if (question instanceof HTMLInputElement) question.value = withoutPlace(question.value);
  form.requestSubmit();
}
