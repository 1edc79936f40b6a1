// The rule as JsonLogic: a list of what is missing.
const fact = (id) => ({ var: id });
const lacking = (held, id) => ({ if: [held, [], [id]] });

export const rule = {
  merge: [
    lacking(fact('identity'), 'identity'),
    lacking(fact('contact'), 'contact'),
    lacking(fact('right_proof'), 'right_proof'),
    lacking({ or: [{ '!': fact('is_agent') }, fact('authorization')] }, 'authorization'),
    lacking(fact('listing_urls'), 'listing_urls'),
    lacking(fact('evidence'), 'evidence'),
    lacking(fact('good_faith'), 'good_faith'),
    lacking(fact('signature'), 'signature'),
    lacking(
      { '<=': [fact('right_from'), fact('notice_date'), fact('right_to')] },
      'right_in_force',
    ),
  ],
};
