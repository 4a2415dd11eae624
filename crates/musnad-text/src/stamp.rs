//! Dates as machines write them: in the metadata of a page, in an address, in figures at its top.

use jiff::civil::Date;

/// Years in which a report can stand on the web or in its archives.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;
/// A longer value is no date.
const LONGEST: usize = 80;

/// A date of publication as the metadata gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// `2018-12-09`, or an RFC 3339 time where a zone is given.
    pub text: String,
    /// The civil date, in the zone that is written.
    pub date: Date,
}

/// Reads `2018-12-09`, `2018-12-09T08:30:00+0200`, `Sun, 09 Dec 2018 08:30:00 GMT`, `09/12/2018` (the day
/// first, as all Arabic papers write it) and what stands around such a date. Digits may be Arabic.
pub fn stamp(value: &str) -> Option<Stamp> {
    let value = latin_digits(value.trim())?;
    let (date, rest) = numbered(&value).or_else(|| named(&value))?;
    let time = time_with_zone(rest);
    Some(Stamp {
        text: match time {
            Some(time) => format!("{date}T{time}"),
            None => date.to_string(),
        },
        date,
    })
}

/// The day that an address holds: `/2018/12/09/`, `/2018-12-09-`, `/20181209/`. A year and a month are no
/// day.
pub fn date_in_url(url: &str) -> Option<Date> {
    // behind the `?` stand days of other things
    let mut rest = url.split(['?', '#']).next()?;
    let mut pieces: Vec<(&str, char)> = Vec::new();
    loop {
        let end = rest.find(['/', '-', '_', '=', '.']).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(end);
        let mut tail = tail.chars();
        let behind = tail.next();
        pieces.push((piece, behind.unwrap_or('/')));
        if behind.is_none() {
            break;
        }
        rest = tail.as_str();
    }
    let is_number = |piece: &str, length: usize| {
        piece.len() <= length && piece.bytes().all(|byte| byte.is_ascii_digit())
    };
    pieces
        .iter()
        .enumerate()
        .find_map(|(at, &(piece, behind))| {
            if piece.len() == 8 && is_number(piece, 8) {
                return parts(piece.get(..4)?, piece.get(4..6)?, piece.get(6..)?);
            }
            let &(month, between) = pieces.get(at + 1)?;
            let &(day, _) = pieces.get(at + 2)?;
            let is_day = piece.len() == 4
                && is_number(piece, 4)
                && is_number(month, 2)
                && is_number(day, 2)
                && behind == between;
            is_day.then(|| parts(piece, month, day)).flatten()
        })
}

fn latin_digits(value: &str) -> Option<String> {
    let mut out = String::with_capacity(value.len().min(LONGEST));
    for letter in value.chars() {
        if out.len() > LONGEST {
            return None;
        }
        out.push(match letter {
            '\u{660}'..='\u{669}' => digit(letter, 0x660),
            '\u{6f0}'..='\u{6f9}' => digit(letter, 0x6f0),
            '\u{200e}' | '\u{200f}' | '\u{61c}' => continue,
            '\u{a0}' => ' ',
            other => other,
        });
    }
    Some(out)
}

fn digit(letter: char, zero: u32) -> char {
    char::from_digit(u32::from(letter).saturating_sub(zero), 10).unwrap_or(letter)
}

/// A date in figures, and what follows it.
fn numbered(value: &str) -> Option<(Date, &str)> {
    let start = value.find(|c: char| c.is_ascii_digit())?;
    let value = value.get(start..)?;
    let end = value
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.')))
        .unwrap_or(value.len());
    let (date, rest) = value.split_at(end);
    let pieces: Vec<&str> = date.split(['-', '/', '.']).collect();
    let date = match pieces.as_slice() {
        [year, month, day] if year.len() == 4 => parts(year, month, day),
        [day, month, year] if year.len() == 4 => parts(year, month, day),
        [all] if all.len() == 8 => parts(all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => None,
    };
    Some((date?, rest))
}

/// `Sun, 09 Dec 2018 …`, `December 9, 2018 …`.
fn named(value: &str) -> Option<(Date, &str)> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let mut month = None;
    let mut day = None;
    let mut offset = 0;
    for word in value.split([' ', ',']) {
        offset += word.len() + 1;
        let lower = word.to_ascii_lowercase();
        if let Some(at) = MONTHS.iter().position(|name| lower.starts_with(name)) {
            month = i8::try_from(at + 1).ok();
        } else if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            let year = word.parse().ok().filter(|year| YEARS.contains(year))?;
            return Some((
                Date::new(year, month?, day?).ok()?,
                value.get(offset..).unwrap_or(""),
            ));
        } else if let Ok(number) = word.parse::<i8>() {
            day = Some(number);
        }
    }
    None
}

fn parts(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i16 = year.parse().ok().filter(|year| YEARS.contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `T08:30:00.000+0200` as `08:30:00+02:00`; `None` without a zone: the civil date is then all that is known.
fn time_with_zone(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')))
        .unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(end);
    let clock = clock.split('.').next()?;
    let numbers: Vec<u8> = clock
        .split(':')
        .map_while(|part| part.parse().ok())
        .collect();
    let (hour, minute, second) = match *numbers.as_slice() {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let zone = zone.trim();
    let zone = match zone.as_bytes() {
        b"Z" | b"z" | b"GMT" | b"UTC" => "Z".to_owned(),
        [sign @ (b'+' | b'-'), hours @ ..] => {
            let digits: String = hours
                .iter()
                .filter(|&&byte| byte != b':')
                .map(|&byte| char::from(byte))
                .collect();
            let is_zone =
                matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
            if !is_zone {
                return None;
            }
            let (hours, minutes) = digits.split_at(2);
            let minutes = if minutes.is_empty() { "00" } else { minutes };
            format!("{}{hours}:{minutes}", char::from(*sign))
        }
        _ => return None,
    };
    (hour < 24 && minute < 60 && second < 60)
        .then(|| format!("{hour:02}:{minute:02}:{second:02}{zone}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Option<&str>) {
        assert_eq!(stamp(value).map(|stamp| stamp.text).as_deref(), expected);
    }

    #[test]
    fn dates_of_metadata_are_read() {
        check("2018-12-09", Some("2018-12-09"));
        check(
            "2018-12-09T08:30:00+0200",
            Some("2018-12-09T08:30:00+02:00"),
        );
        check("2018-12-09T08:30:00.123Z", Some("2018-12-09T08:30:00Z"));
        check("2018-12-09 08:30:00", Some("2018-12-09"));
        check("2018-12-09T08:30+03", Some("2018-12-09T08:30:00+03:00"));
        check(
            "Sun, 09 Dec 2018 08:30:00 GMT",
            Some("2018-12-09T08:30:00Z"),
        );
        check("December 9, 2018", Some("2018-12-09"));
        check("09/12/2018", Some("2018-12-09"));
        check("الأحد ٩/١٢/٢٠١٨ - ١٠:٣٠", Some("2018-12-09"));
        check("20181209", Some("2018-12-09"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in [
            "",
            "soon",
            "2018-13-09",
            "31/02/2018",
            "1440/04/02",
            "12345",
            "2018-12",
            "9 Dec",
            &"9".repeat(500),
        ] {
            check(value, None);
        }
    }

    #[test]
    fn an_address_may_hold_the_day() {
        let check = |url: &str, expected: Option<&str>| {
            assert_eq!(
                date_in_url(url).map(|date| date.to_string()).as_deref(),
                expected,
                "{url}"
            );
        };
        check(
            "https://example.org/news/2018/12/09/قصف-على-القرية",
            Some("2018-12-09"),
        );
        check("https://example.org/2018/12/9/x.html", Some("2018-12-09"));
        check("https://example.org/قصف-2018-12-09", Some("2018-12-09"));
        check("https://example.org/20181209/x", Some("2018-12-09"));
        check("https://example.org/2018/12/x", None);
        check("https://example.org/a?d=2018-12-09", None);
        check("https://example.org/id/1220181209", None);
        check("https://example.org/2018/12-09", None);
        check("", None);
    }
}
