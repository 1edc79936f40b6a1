import '../i18n/words-snippet.ts';
import './page.ts';
import { DateField } from '../components/date-field.ts';
import { register } from '../components/register.ts';
import { SnippetMaker } from '../tools/snippet-maker.ts';

register(DateField, SnippetMaker);
