"""The few English words whose nature tells where headings and sentences begin and end."""

_SMALL = """
a an the of and or nor but in on at to for from with without by as is it its vs via per between among into over under
against about after before through toward towards up than de la le du des von und der die das
"""
_LEADING = """
a an the of and or nor but in on at to for from with by as between among into against its their his her our this that
these those is are was were be been has have had will would can could may might should which who whose while
"""
_OPENERS = """
the a an this that these those it they we he she in on at for from with by as since although while both many some most
after before during despite however but and so if when where there according because between given under over all each
every other another one two three to today meanwhile moreover nevertheless finally
"""
_ADVERBS = "perhaps indeed still maybe never always hardly exactly certainly naturally"
_ABBREVIATIONS = "dr mr mrs ms prof capt pres gov rep sen gen lt col sgt maj adm amb rev hon st mt fig vol no art sec dept est vs al cf"
_COORDINATION = "and or to und oder et y"
# Prefixes which English does not write together with what follows.
_HYPHENED = "self ex quasi all half"
# Second halves of compounds which are written with a hyphen, whatever word stands before.
_TAILS = "based backed driven related oriented owned sponsored dominated initiated making makers"

SMALL = frozenset(_SMALL.split())  # have no capital in title case
LEADING = frozenset(_LEADING.split())  # no sentence, and so no heading, ends with one of these
OPENERS = frozenset(_OPENERS.split())  # have a capital only where a sentence begins
ADVERBS = frozenset(_ADVERBS.split())  # may stand alone as a sentence
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())  # end in a full stop that ends no sentence
COORDINATION = frozenset(_COORDINATION.split())
HYPHENED = frozenset(_HYPHENED.split())
TAILS = frozenset(_TAILS.split())
