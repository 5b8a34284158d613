"""Numbers in words, written a second time to have something to compare with."""

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(number, joined="-"):
    """A number below ten thousand in words."""
    small, tens = SMALL.split(), ["", "", *TENS.split()]
    if number < 20:
        return small[number]
    if number < 100:
        return tens[number // 10] + (joined + small[number % 10] if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100, joined)}" if number % 100 else ""
        return f"{small[number // 100]} hundred{rest}"
    rest = f" {in_words(number % 1000, joined)}" if number % 1000 else ""
    return f"{in_words(number // 1000, joined)} thousand{rest}"
