import { SettingError } from '../../schema/base';

/** A user or password out of an address. @throws SettingError where a `%` stands for itself */
export function decodePart(setting: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SettingError(setting, 'must have its user and password percent-encoded');
  }
}
