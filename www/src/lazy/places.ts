/** The rules of places abroad, for whoever hands answers over to them. */
import eu from 'virtual:engine-texts/eu/parallel-import';
import hk from 'virtual:engine-texts/hk/parallel-import';
import jp from 'virtual:engine-texts/jp/parallel-import';
import us from 'virtual:engine-texts/us/parallel-import';

export const places = [eu, us, jp, hk];
