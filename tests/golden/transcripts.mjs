// Transcripts of terminal sessions: a line "$ command", then everything that it prints, then "exit N" when N is not 0.
// Pure functions; golden.test.mjs runs them.

/// The commands of a transcript with what is expected of each.
export function parseTranscript(text) {
  const commands = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('$ ')) commands.push({ command: line.slice(2), expected: [] });
    else if (commands.length > 0) commands.at(-1).expected.push(line);
    else if (line !== '' && !line.startsWith('#')) throw new Error(`'${line}' stands before the first command`);
  }
  return commands.map(({ command, expected }) => ({ command, expected: expected.join('\n').trimEnd() }));
}

/// The lines of comment before the first command.
export function introductionOf(text) {
  return text.split('\n').filter((line, i, lines) => !lines.slice(0, i + 1).some((each) => each.startsWith('$ '))).join('\n').trimEnd();
}

/// What a command printed, in the form of a transcript. Times and places that differ from run to run have one name each; lines
/// of the log are left out.
export function outcomeOf({ output, status }, folder) {
  const text = output
    .replaceAll(folder, 'FOLDER')
    .replaceAll(/^\[\d{4}-.*\n/gm, '')
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g, 'TIME')
    .replaceAll(/worked out for \d{4}-\d{2}-\d{2}/g, 'worked out for TODAY')
    .replaceAll(/\b[\d.]+ [kM]B\b/g, 'SIZE')
    .trimEnd();
  return status === 0 ? text : `${text}\nexit ${status}`.trimStart();
}

/// The transcript that would have been written.
export function writeTranscript(introduction, commands) {
  const body = commands.map(({ command, outcome }) => `$ ${command}\n${outcome}`.trimEnd()).join('\n\n');
  return `${introduction === '' ? '' : `${introduction}\n\n`}${body}\n`;
}
