//! A menu: what is picked from it is the value of an item.

/// Items of which one is picked, or several are ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu<T = ()> {
    pub title: String,
    /// Paragraphs above the items.
    pub text: Vec<String>,
    pub items: Vec<Item<T>>,
    /// The place of the item that is selected when the menu opens.
    pub ready: usize,
    /// Whether typing narrows the list.
    pub narrows: bool,
    pub goes_back: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<T = ()> {
    /// What is typed to choose it, in lower case.
    pub key: String,
    pub label: String,
    /// More about it; may be cut short.
    pub text: String,
    pub value: T,
}

impl Item {
    pub fn new(key: impl Into<String>, label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into(), text: text.into(), value: () }
    }
}

impl<T> Menu<T> {
    /// A menu without items, from which the person can go back.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            text: Vec::new(),
            items: Vec::new(),
            ready: 0,
            narrows: false,
            goes_back: true,
        }
    }

    #[must_use]
    pub fn text(self, paragraphs: impl IntoIterator<Item = String>) -> Self {
        Self { text: paragraphs.into_iter().collect(), ..self }
    }

    #[must_use]
    pub fn ready(self, ready: usize) -> Self {
        Self { ready, ..self }
    }

    #[must_use]
    pub fn items<K: Into<String>, L: Into<String>, S: Into<String>>(
        mut self,
        items: impl IntoIterator<Item = (K, L, S, T)>,
    ) -> Self {
        self.items.extend(items.into_iter().map(|(key, label, text, value)| Item {
            key: key.into(),
            label: label.into(),
            text: text.into(),
            value,
        }));
        self
    }

    /// Adds items by label, text and value, whose keys count on from the numbers that are there.
    #[must_use]
    pub fn numbered<L: Into<String>, S: Into<String>>(
        self,
        items: impl IntoIterator<Item = (L, S, T)>,
    ) -> Self {
        let first = 1 + self.items.iter().filter(|item| item.key.parse::<u32>().is_ok()).count();
        let items = (first..).zip(items);
        self.items(items.map(|(number, (label, text, value))| (number.to_string(), label, text, value)))
    }

    pub fn without_values(&self) -> Menu {
        let Self { title, text, items, ready, narrows, goes_back } = self;
        let items = items.iter().map(|item| Item::new(&item.key, &item.label, &item.text)).collect();
        Menu {
            title: title.clone(),
            text: text.clone(),
            items,
            ready: *ready,
            narrows: *narrows,
            goes_back: *goes_back,
        }
    }
}
