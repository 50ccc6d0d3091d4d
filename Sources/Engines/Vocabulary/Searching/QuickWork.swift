import Dispatch
import Synchronization

/// Works out values on all processors; they come in the order of their numbers.
func inParallel<Value: Sendable>(_ count: Int, _ value: @Sendable (Int) -> Value) -> [Value] {
    guard count > 1 else { return (0..<count).map(value) }
    let found = Mutex<[Int: Value]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { number in
        let value = value(number)
        found.withLock { $0[number] = value }
    }
    return found.withLock { found in (0..<count).compactMap { found[$0] } }
}

/// The same, a portion of neighbouring numbers after the other by one thread each.
///
/// - Parameter tools: made for each portion, for what threads can't share.
func inParallel<Tools, Value: Sendable>(
    _ count: Int, portion: Int, tools: @Sendable () -> Tools, _ value: @Sendable (Int, Tools) -> Value
) -> [Value] {
    inParallel((count + portion - 1) / portion) { number in
        let tools = tools()
        return (number * portion..<min(count, (number + 1) * portion)).map { value($0, tools) }
    }.flatMap { $0 }
}

/// Sorts what falls into many small buckets of known order, in little more than the time of looking at each element.
///
/// - Parameter bucket: of an element, from 0 up to `buckets`; of a smaller element it is no greater one.
func sortedInBuckets<Element: Comparable>(
    _ elements: [Element], buckets: Int, _ bucket: (Element) -> Int
) -> [Element] {
    guard let first = elements.first else { return [] }
    var starts = [Int](repeating: 0, count: buckets + 1)
    for element in elements { starts[bucket(element) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var next = starts
    var sorted = [Element](repeating: first, count: elements.count)
    for element in elements {
        let place = bucket(element)
        sorted[next[place]] = element
        next[place] += 1
    }
    for place in 0..<buckets where starts[place + 1] - starts[place] > 1 {
        let range = starts[place]..<starts[place + 1]
        if range.count > 12 {
            sorted[range].sort()
        } else {
            for upper in range.dropFirst() {
                var here = upper
                while here > range.lowerBound, sorted[here] < sorted[here - 1] {
                    sorted.swapAt(here, here - 1)
                    here -= 1
                }
            }
        }
    }
    return sorted
}
