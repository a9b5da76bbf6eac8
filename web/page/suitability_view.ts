import { type Answer, type Outcome, type Question, type Verdict, verdictOf } from "./suitability.ts";

/** Weighs the answers of every questionnaire on the page as they are given, and shows what they mean. All words stand
 * in the page. Nothing is sent, and nothing is kept when the page is left. */
export function offerSuitability(): void {
  for (const root of document.querySelectorAll<HTMLElement>("[data-suitability]")) new Questionnaire(root);
}

interface Asked extends Question {
  readonly place: HTMLElement;
}

class Questionnaire {
  private readonly questions: readonly Asked[];

  constructor(private readonly root: HTMLElement) {
    this.questions = [...root.querySelectorAll<HTMLElement>("[data-question]")].map(askedIn);
    root.addEventListener("change", () => this.show());
    root.querySelector("[data-clear]")?.addEventListener("click", () => this.clear());
    window.addEventListener("pagehide", () => this.clear());
    this.clear();
  }

  /** Also of what the browser filled in by itself on a reload. */
  private clear(): void {
    for (const input of this.root.querySelectorAll<HTMLInputElement>("input:checked")) input.checked = false;
    this.show();
  }

  private show(): void {
    const answers = this.questions.map(({ place }) => answerIn(place));
    this.questions.forEach((question, i) => showMeaning(question, answers[i]));
    this.showVerdict(verdictOf(this.questions, answers));
  }

  private showVerdict({ outcome, open }: Verdict): void {
    for (const words of this.root.querySelectorAll<HTMLElement>("[data-outcome]"))
      words.hidden = words.dataset["outcome"] !== (outcome ?? "none");
    const rest = this.root.querySelector<HTMLElement>("[data-open]");
    const count = this.root.querySelector<HTMLElement>("[data-open-count]");
    if (rest === null || count === null) return;
    rest.hidden = open === 0 || open === this.questions.length;
    count.textContent = String(open);
  }
}

function askedIn(place: HTMLElement): Asked {
  const rules = [...place.querySelectorAll<HTMLElement>("[data-rule]")];
  return {
    place,
    when: place.dataset["when"] === "no" ? "no" : "yes",
    outcomes: rules.map((rule) => rule.dataset["rule"] as Outcome),
  };
}

function answerIn(place: HTMLElement): Answer | undefined {
  return place.querySelector<HTMLInputElement>("input:checked")?.value as Answer | undefined;
}

/** Below a question stands what its answer means, where it means something. */
function showMeaning({ place, when }: Asked, answer: Answer | undefined): void {
  const meaning = place.querySelector<HTMLElement>("[data-meaning]");
  const unsure = place.querySelector<HTMLElement>("[data-unsure]");
  if (meaning === null || unsure === null) return;
  meaning.hidden = answer !== when && answer !== "unsure";
  unsure.hidden = answer !== "unsure";
  for (const words of meaning.querySelectorAll<HTMLElement>("[data-outcome-words]")) words.hidden = answer === "unsure";
  place.classList.toggle("met", !meaning.hidden);
}
