// Has LibreOffice accept or reject every change of Word documents, and tells the texts that it then holds.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Each document in turn; paragraphs with an empty line between, line ends and tabs as they are. */
const MACRO = `
Sub Decide(listUrl As String)
  Dim oFiles, aLines, aParts, i
  oFiles = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  aLines = Split(ReadAll(oFiles, listUrl), Chr(10))
  For i = 0 To UBound(aLines)
    aParts = Split(aLines(i), Chr(9))
    If UBound(aParts) = 2 Then DecideOne(oFiles, aParts(0), aParts(1), aParts(2))
  Next
  StarDesktop.terminate()
End Sub

Sub DecideOne(oFiles, docUrl As String, decision As String, textUrl As String)
  Dim oDoc, oDispatcher, oParagraphs, sSaid, bFirst
  Dim aHidden(0) As New com.sun.star.beans.PropertyValue
  aHidden(0).Name = "Hidden"
  aHidden(0).Value = True
  oDoc = StarDesktop.loadComponentFromURL(docUrl, "_blank", 0, aHidden())
  oDispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  oDispatcher.executeDispatch(oDoc.CurrentController.Frame, decision, "", 0, Array())
  oParagraphs = oDoc.Text.createEnumeration()
  bFirst = True
  sSaid = ""
  While oParagraphs.hasMoreElements()
    If Not bFirst Then sSaid = sSaid & Chr(10) & Chr(10)
    sSaid = sSaid & oParagraphs.nextElement().String
    bFirst = False
  Wend
  oDoc.close(True)
  WriteAll(oFiles, textUrl, sSaid)
End Sub

Function ReadAll(oFiles, sUrl As String) As String
  Dim oStream
  oStream = createUnoService("com.sun.star.io.TextInputStream")
  oStream.setInputStream(oFiles.openFileRead(sUrl))
  oStream.setEncoding("UTF-8")
  ReadAll = oStream.readString(Array(), False)
  oStream.closeInput()
End Function

Sub WriteAll(oFiles, sUrl As String, sSaid As String)
  Dim oStream
  oStream = createUnoService("com.sun.star.io.TextOutputStream")
  oStream.setOutputStream(oFiles.openFileWrite(sUrl))
  oStream.setEncoding("UTF-8")
  oStream.writeString(sSaid)
  oStream.closeOutput()
End Sub
`;

export interface Wanted {
  bytes: Uint8Array;
  decision: 'accept' | 'reject';
}

const COMMANDS = { accept: '.uno:AcceptAllTrackedChanges', reject: '.uno:RejectAllTrackedChanges' };

/** The texts, in the order of the documents. Takes a program `soffice` (Debian: libreoffice-writer-nogui) and an empty folder. */
export async function textsInOffice(documents: readonly Wanted[], folder: string): Promise<string[]> {
  const profile = join(folder, 'profile');
  await writeMacro(profile);
  const lines: string[] = [];
  for (const [index, { bytes, decision }] of documents.entries()) {
    const [from, into] = [join(folder, `${index}.docx`), join(folder, `${index}.txt`)];
    await writeFile(from, bytes);
    lines.push([pathToFileURL(from), COMMANDS[decision], pathToFileURL(into)].join('\t'));
  }
  const list = join(folder, 'list.txt');
  await writeFile(list, lines.join('\n'));
  await office(profile, `macro:///Standard.Module1.Decide(${pathToFileURL(list)})`);
  return Promise.all(documents.keys().map((index) => readFile(join(folder, `${index}.txt`), 'utf8')));
}

/** LibreOffice fills a new profile with files of its own; what is to stay is written afterwards. */
async function writeMacro(profile: string): Promise<void> {
  await office(profile, '--terminate_after_init');
  const escaped = MACRO.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const names = 'xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic"';
  const module = `<?xml version="1.0" encoding="UTF-8"?>\n<script:module ${names}>${escaped}</script:module>`;
  await writeFile(join(profile, 'user', 'basic', 'Standard', 'Module1.xba'), module);
}

async function office(profile: string, what: string): Promise<void> {
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', what];
  await promisify(execFile)('soffice', options, { timeout: 240_000, killSignal: 'SIGKILL' });
}
