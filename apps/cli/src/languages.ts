import type { Language, LanguageId } from '@asylia/view';

/** Languages of the reports. */
export const languageIds = ['en', 'fr', 'es', 'ar'] as const satisfies readonly LanguageId[];

/** A language with its catalogue, which is read only when it is asked for. */
export async function loadLanguage(id: LanguageId): Promise<Language> {
  switch (id) {
    case 'fr':
      return (await import('@asylia/view/languages/fr')).french;
    case 'es':
      return (await import('@asylia/view/languages/es')).spanish;
    case 'ar':
      return (await import('@asylia/view/languages/ar')).arabic;
    case 'en':
      return (await import('@asylia/view')).english;
  }
}
