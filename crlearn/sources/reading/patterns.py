"""What the furniture of pages says, whoever published them: general wordings, no document's own."""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:\([A-Z]{2,4}\))?)?"
_DATE = rf"(?:{_DAY}(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{4}})|\d{{4}}-\d\d-\d\d)"

DATE_LINE = re.compile(
    rf"(?:(?:date|(?:last\s+)?updated|published|posted|modified|version\s+of)(?:\s+on)?:?\s+)?{_DATE}{_CLOCK}", re.I
)
METADATA = re.compile(
    r"(?:by|written by|authors?|type|topics?|tags?|filed under|category|categories|date|region|country|countries|issue"
    r"|publication type|contact|keywords)\s*:\s*\S.*",
    re.I,
)
BYLINE = re.compile(r"(?:by|written by)\s+(?:[A-Z][\w.’'-]*[,;]?\s*|and\s+|&\s*){2,14}$")
TRAIL = re.compile(r"\S.*(?:\s[»›>]\s.+){2,}")  # Home » Research » China

PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]+)(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.I)
RUNNING_HEAD = re.compile(
    rf"(?:{_MONTH}\s+\d{{4}}\W*\d{{1,4}}|\d{{1,4}}\W*{_MONTH}\s+\d{{4}}|.{{3,90}}\s\|\s(?:page\s)?\d{{1,4}}|\d{{1,4}}\s\|\s.{{3,90}})",
    re.I,
)
SPREAD_HEAD = re.compile(r"\S.{2,90}?\s{3,}\d{1,4}|\d{1,4}\s{3,}\S.{2,90}")
SITE_LINE = re.compile(r"(?:https?://|www\.)\S+(?:\s*[|·].*)?|[A-Z]{2,3}\d{4,6}(?:\s*[·|].*)?", re.I)

_WORKS = r"(?:publications?|articles?|content|stories|story|topics?|resources|reading|posts?|links?|documents?|materials?|research|reports?|books?|events?|experts?|programs?)"
NAVIGATION = re.compile(
    rf"""(?:
      more\s+(?:on|from|about|by|in|like\s+this)\b.{{0,60}} | related(?:\s+{_WORKS})?:? | see\s+also:? | read\s+(?:more|next|also)\b.{{0,60}}
    | share(?:\s+(?:this|on|via)(?:\s+\w+){{0,2}})? | print(?:\s+(?:this|page))? | e-?mail(?:\s+this)? | follow\s+us.{{0,30}}
    | (?:sign\s+up|subscribe)\b.{{0,60}} | advertisement | skip\s+to\s.{{0,30}} | back\s+to\s+top | (?:load|show|view)\s+(?:more|all|less)\b.{{0,40}}
    | close | menu | search | (?:table\s+of\s+)?contents | explore\s+more.{{0,30}} | trending.{{0,20}} | copy\s+link | listen | download(?:\s+(?:pdf|now))?
    | download\s.{{0,30}}\bhere\.? | in\s+this\s+(?:article|section|backgrounder|report):? | featured.{{0,20}} | view\s+license\s.{{0,20}}
    )""",
    re.I | re.X,
)
END_MATTER = re.compile(
    rf"""(?:
      (?:recommended|related|recent|latest|suggested|further|additional|other)\s+{_WORKS}(?:\s+\w+){{0,3}} | related | top\s+stories\b.{{0,40}} | further\s+reading
    | most\s+(?:read|recent|popular).{{0,30}} | about\s+the\s+(?:authors?|experts?) | authors?(?:\s+information)? | disclaimers? | (?:creative\s+commons|licen[cs]e|copyright)(?:\s+\w+)?
    | you\s+(?:may|might)\s+also\s.{{0,30}} | stay\s+(?:informed|connected).{{0,30}} | newsletters? | comments | view\s+all\b.{{0,40}} | what\s+to\s+read\s+next
    | more\s+(?:publications?|articles?|stories|commentary|analysis)(?:\s+.{{0,40}})? | contact(?:\s+us)? | keep\s+reading
    ):?""",
    re.I | re.X,
)
NOTICE = re.compile(
    r"this\s+(?:work|article|publication|content)\s+is\s+licen[cs]ed|all\s+rights\s+reserved|some\s+rights\s+reserved|©|\(c\)\s*(?:19|20)\d\d"
    r"|\[email\s*protected\]|for\s+media\s+inquiries|created\s+the\s+graphics|this\s+document\s+was\s+prepared\s+by",
    re.I,
)

# What somebody who posts another's text puts around it.
LEAD_IN = re.compile(
    r"(?:the\s+following|below)\s+(?:is|are)\b.*\b(?:report|article|paper|brief(?:ing)?|testimony|document|study|analysis|statement|in\s+focus|insight|excerpts?)\b.*",
    re.I | re.S,
)
FROM_HERE = re.compile(
    r"(?:(?:an\s+)?excerpts?\s+)?from\s+the\s+(?:report|article|paper|brief(?:ing)?|testimony|document|study|introduction|text)\b[:.]?(?=\s+[\"“A-Z]|\s*$)",
    re.I,
)
GOODBYE = re.compile(
    r"(?:download|read|view|see|get|find|access)\s+(?:the\s+|this\s+|full\s+|complete\s+|original\s+)*(?:document|report|article|paper|pdf|text|version|study|source)\b.{0,40}"
    rf"|related(?:\s+{_WORKS})?|(?:share|like)\s+this.{{0,20}}|source:.{{0,60}}",
    re.I,
)

CAPTION = re.compile(
    r"(?:figure|fig\.?|table|map|chart|graph|box|exhibit|photo|image|diagram)\s*(?:\d+|[IVX]+\b)\s*[.:–—|-]", re.I
)
CREDIT_LINE = re.compile(
    r"(?:sources?|photo|image|credit|photo credit|image credit|illustration|graphic)s?(?:\s+by)?:\s\S", re.I
)
_AGENCY = r"(?:Reuters|AP|AFP|Getty|Xinhua|TASS|EPA|Bloomberg|Shutterstock|Sputnik|Kyodo|Alamy|Associated\s+Press|The\s+\w+(?:\s\w+)?\s+Times)"
CREDITED = re.compile(
    rf"\([^()]{{2,80}}(?:/|\bvia\b)[^()]{{2,80}}\)\.?$|\([^()]{{0,60}}\b(?:{_AGENCY}|[Pp]hoto|[Cc]ourtesy)\b[^()]{{0,60}}\)\.?$"
    rf"|[.!?]['\"”’)]*\s+(?:\S+\s+){{0,5}}\S*(?:\w/[A-Z]\S*|\b{_AGENCY})(?:\s\S+){{0,3}}$"
)
