/** What answers mean for a treatment. The rules stand in the page; what is answered never leaves it. */

export type Outcome = "nothing-known-against" | "ask-first" | "not-now";
export type Answer = "yes" | "no" | "unsure";

export interface Question {
  /** The answer to which the outcomes belong. */
  readonly when: "yes" | "no";
  /** By each of its rules. */
  readonly outcomes: readonly Outcome[];
}

export interface Verdict {
  /** None while what was answered says nothing and something is still open. */
  readonly outcome: Outcome | undefined;
  readonly open: number;
}

const mildestFirst: readonly Outcome[] = ["nothing-known-against", "ask-first", "not-now"];

function gravest(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((a, b) => (mildestFirst.indexOf(b) > mildestFirst.indexOf(a) ? b : a), "nothing-known-against");
}

/** Who is not sure asks first, where the other answer would matter. */
export function meaningOf(question: Question, answer: Answer): Outcome {
  const worst = gravest(question.outcomes);
  if (answer === question.when) return worst;
  return answer === "unsure" && worst !== "nothing-known-against" ? "ask-first" : "nothing-known-against";
}

/** Of each question its answer; undefined while it is open. */
export function verdictOf(questions: readonly Question[], answers: readonly (Answer | undefined)[]): Verdict {
  const meanings = questions.map((question, i) => {
    const answer = answers[i];
    return answer === undefined ? undefined : meaningOf(question, answer);
  });
  const open = meanings.filter((meaning) => meaning === undefined).length;
  const worst = gravest(meanings.filter((meaning): meaning is Outcome => meaning !== undefined));
  return { outcome: worst === "nothing-known-against" && open > 0 ? undefined : worst, open };
}
