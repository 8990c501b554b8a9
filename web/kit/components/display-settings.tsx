import { useId } from 'react';
import { answer, api } from '../api/client.ts';
import { seenAs } from '../api/seen-as.ts';
import { useSession } from '../api/session.ts';
import { colorSchemes, setColorScheme, useColorScheme } from '../color-scheme.ts';
import { chooseLanguage } from '../i18n/i18n.ts';
import { type Language, languageFor, languages } from '../i18n/language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import classes from './app-header.module.css';

/** Appearance and language of this browser; the language also of the account, where somebody is signed in. */
export function DisplaySettings() {
  const { t, language } = useTranslation('kit');
  const colorScheme = useColorScheme();
  const account = useSession();
  const id = useId();

  const choose = async (language: Language) => {
    await chooseLanguage(language);
    // a refusal here must not undo the choice, which this browser keeps anyway
    if (account) {
      await answer(api.PUT('/rest/portico/1/session/preferences', { body: { locale: language } })).catch(
        () => null,
      );
    }
  };

  return (
    <div className={classes['settings']}>
      <fieldset className={classes['schemes']}>
        <legend>{t('menu.appearance')}</legend>
        {colorSchemes.map((scheme) => (
          <label key={scheme}>
            <input
              type="radio"
              name={`${id}-scheme`}
              checked={colorScheme === scheme}
              onChange={() => setColorScheme(scheme)}
            />
            <span>{t(`menu.${scheme}`)}</span>
          </label>
        ))}
      </fieldset>
      {seenAs === null && (
        <label className={classes['language']} htmlFor={`${id}-language`}>
          {t('menu.language')}
          <select
            id={`${id}-language`}
            value={language}
            onChange={(event) => void choose(languageFor([event.currentTarget.value]))}
          >
            {Object.entries(languages).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
