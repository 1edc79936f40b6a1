//! Numbers that look random and are the same every time.

pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 33).unwrap();
        high % sides
    }

    pub(crate) fn one_in(&mut self, sides: u32) -> bool {
        self.roll(sides) == 0
    }

    pub(crate) fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.roll(u32::try_from(list.len()).unwrap())).unwrap()]
    }
}
