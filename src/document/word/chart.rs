//! Draws a figure as a Word chart, which can be edited and has a text alternative. Its data are literals, so no workbook is
//! embedded in the document.

use maud::{Markup, html};

use super::xml::{RELATIONSHIPS, allowed};
use crate::document::{Block, Chart, Document, Figure, TargetBar, TargetBox, TrendLine};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

// In English Metric Units: 1 cm is 360,000.
const WIDE: usize = 16 * 360_000;
const ROW: usize = 250_000;
const AROUND: usize = 700_000;

struct Series {
    name: String,
    fill: Fill,
    values: Vec<f64>,
}

/// Fills that can be told apart without colour.
#[derive(Clone, Copy)]
enum Fill {
    Full,
    Shade(&'static str),
    Hollow,
    Striped,
}

pub fn charts(document: &Document) -> impl Iterator<Item = &Figure> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    })
}

/// The place of a chart in the text. `number` counts the charts of the document from 1.
pub fn inline(figure: &Figure, number: usize) -> Markup {
    let height = AROUND
        + ROW * categories(&figure.chart).len() * series(&figure.chart).len().clamp(1, rows(&figure.chart));
    html! {
        w:p {
            w:pPr { w:pStyle w:val="BodyText" {} }
            w:r { w:drawing {
                wp:inline xmlns:wp=(PLACED) distT="0" distB="0" distL="0" distR="0" {
                    wp:extent cx=(WIDE) cy=(height) {}
                    wp:docPr id=(number) name={ "Chart " (number) } descr=(allowed(&figure.description)) {}
                    a:graphic xmlns:a=(DRAWING) {
                        a:graphicData uri=(CHART) { c:chart xmlns:c=(CHART) r:id={ "chart" (number) } {} }
                    }
                }
            } }
        }
    }
}

/// How many bars a category has: one if they are stacked.
fn rows(chart: &Chart) -> usize {
    match chart {
        Chart::Targets(_) => 1,
        Chart::Trend { years, .. } => years.len(),
    }
}

pub fn part(figure: &Figure) -> Markup {
    let stacked = matches!(figure.chart, Chart::Targets(_));
    let (grouping, overlap) = if stacked { ("stacked", "100") } else { ("clustered", "0") };
    let names = categories(&figure.chart);
    html! {
        c:chartSpace xmlns:c=(CHART) xmlns:a=(DRAWING) xmlns:r=(RELATIONSHIPS) {
            c:roundedCorners val="0" {}
            c:chart {
                c:autoTitleDeleted val="1" {}
                c:plotArea {
                    c:layout {}
                    c:barChart {
                        c:barDir val="bar" {}
                        c:grouping val=(grouping) {}
                        c:varyColors val="0" {}
                        @for (at, series) in series(&figure.chart).iter().enumerate() { (draw_series(series, at, &names)) }
                        c:gapWidth val="45" {}
                        c:overlap val=(overlap) {}
                        c:axId val="1" {}
                        c:axId val="2" {}
                    }
                    (axes())
                }
                c:legend { c:legendPos val="t" {} c:overlay val="0" {} }
                c:plotVisOnly val="1" {}
            }
            c:txPr { a:bodyPr {} a:p { a:pPr { a:defRPr sz="900" { a:solidFill { a:srgbClr val="000000" {} } } } a:endParaRPr lang="en-GB" {} } }
        }
    }
}

/// Categories from the top down, values from the left.
fn axes() -> Markup {
    html! {
        c:catAx {
            c:axId val="1" {}
            c:scaling { c:orientation val="maxMin" {} }
            c:delete val="0" {}
            c:axPos val="l" {}
            c:majorTickMark val="none" {}
            c:tickLblPos val="nextTo" {}
            c:crossAx val="2" {}
        }
        c:valAx {
            c:axId val="2" {}
            c:scaling { c:orientation val="minMax" {} c:min val="0" {} }
            c:delete val="0" {}
            c:axPos val="b" {}
            c:majorGridlines { c:spPr { a:ln w="6350" { a:solidFill { a:srgbClr val="D0D0D0" {} } } } }
            c:numFmt formatCode="0" sourceLinked="0" {}
            c:majorTickMark val="none" {}
            c:tickLblPos val="nextTo" {}
            c:crossAx val="1" {}
            c:crosses val="max" {}
        }
    }
}

fn draw_series(series: &Series, at: usize, names: &[&str]) -> Markup {
    html! {
        c:ser {
            c:idx val=(at) {}
            c:order val=(at) {}
            c:tx { c:v { (allowed(&series.name)) } }
            c:spPr { (filled(series.fill)) a:ln w="9525" { a:solidFill { a:srgbClr val="1D3A5A" {} } } }
            c:invertIfNegative val="0" {}
            c:cat { c:strLit {
                c:ptCount val=(names.len()) {}
                @for (at, name) in names.iter().enumerate() { c:pt idx=(at) { c:v { (allowed(name)) } } }
            } }
            c:val { c:numLit {
                c:ptCount val=(series.values.len()) {}
                @for (at, value) in series.values.iter().enumerate() { c:pt idx=(at) { c:v { (value) } } }
            } }
        }
    }
}

fn filled(fill: Fill) -> Markup {
    html! {
        @match fill {
            Fill::Full => a:solidFill { a:srgbClr val="1D3A5A" {} },
            Fill::Shade(shade) => a:solidFill { a:srgbClr val=(shade) {} },
            Fill::Hollow => a:solidFill { a:srgbClr val="FFFFFF" {} },
            Fill::Striped => a:pattFill prst="wdUpDiag" { a:fgClr { a:srgbClr val="000000" {} } a:bgClr { a:srgbClr val="FFFFFF" {} } },
        }
    }
}

fn categories(chart: &Chart) -> Vec<&str> {
    match chart {
        Chart::Targets(bars) => bars.iter().map(|bar| bar.label.as_str()).collect(),
        Chart::Trend { lines, .. } => lines.iter().map(|line| line.label.as_str()).collect(),
    }
}

fn series(chart: &Chart) -> Vec<Series> {
    match chart {
        Chart::Targets(bars) => target_series(bars),
        Chart::Trend { years, lines } => {
            years.iter().enumerate().map(|(at, year)| year_series(year, at, years.len(), lines)).collect()
        }
    }
}

fn target_series(bars: &[TargetBar]) -> Vec<Series> {
    let series = |target: TargetBox| Series {
        name: target.name().to_owned(),
        fill: match target {
            TargetBox::Met => Fill::Full,
            TargetBox::NotSettled => Fill::Shade("9DB4CB"),
            TargetBox::Missed => Fill::Hollow,
            TargetBox::MissedEssential => Fill::Striped,
        },
        values: bars.iter().map(|bar| whole(bar.number(target))).collect(),
    };
    let all = TargetBox::ALL.map(series).into_iter();
    all.filter(|series| series.values.iter().any(|value| *value > 0.0)).collect()
}

/// The newest year is filled; older ones are lighter.
fn year_series(year: &str, at: usize, years: usize, lines: &[TrendLine]) -> Series {
    const SHADES: [&str; 3] = ["E3EAF1", "C8D4E0", "9DB4CB"];
    let fill = if at + 1 == years {
        Fill::Full
    } else {
        Fill::Shade(SHADES.get((at + 4).saturating_sub(years)).expect("at most the last year but one"))
    };
    let point =
        |line: &TrendLine| line.points.get(at).copied().flatten().map_or(0.0, |span| span.lowest.value());
    Series { name: year.to_owned(), fill, values: lines.iter().map(point).collect() }
}

fn whole(number: usize) -> f64 {
    u32::try_from(number).expect("a bar has fewer than four billion targets").into()
}
