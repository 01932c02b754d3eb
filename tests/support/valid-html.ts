// Whether a page is good HTML, in the eyes of a validator.
import { type ConfigData, HtmlValidate, MetaTable, type ResolvedConfig, StaticConfigLoader } from 'html-validate';

// The elements that it knows come with it: to compile the schema by which it looks them over takes as long as ten pages.
Object.defineProperty(MetaTable.prototype, 'getSchemaValidator', { value: () => () => true });

/** Works its rules out once, not for each page. */
class SameForAll extends StaticConfigLoader {
  #resolved: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#resolved ??= super.getConfigFor(handle);
    return this.#resolved;
  }
}

const RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // EJS and people write the doctype in either case; both mean the same.
    'doctype-style': 'off',
    // Tick boxes of one name are one answer with several values.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
};

const validator = new HtmlValidate(new SameForAll(RULES));

/** What the validator finds wrong with a page, a line each; empty where all is well. */
export async function htmlProblems(markup: string): Promise<string[]> {
  const report = await validator.validateString(markup);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ line, ruleId, message }) => `line ${line}: ${ruleId}: ${message}`);
}
