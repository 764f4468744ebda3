// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Dynamic arrays of structs of two slots and of elements that share a slot, and a search that halves a range.
contract Pushed {
    struct Entry {
        address who;
        uint96 amount;
        uint256 time;
    }

    Entry[] private list;
    uint64[] private small;
    address private immutable owner = msg.sender;
    uint256 public found;
    uint256 public other;

    function add(uint96 amount) external {
        require(amount <= 50);
        list.push(Entry(msg.sender, amount, block.timestamp));
    }

    function remove(uint256 i) external {
        require(msg.sender == owner);
        list[i] = list[list.length - 1];
        list.pop();
    }

    function append(uint64 x) external {
        require(x <= 9);
        small.push(x);
    }

    function search(uint256 time) external {
        uint256 low = 0;
        uint256 high = list.length;
        while (low < high) {
            uint256 mid = (low + high) / 2;
            if (list[mid].time > time) high = mid;
            else low = mid + 1;
        }
        found = high;
    }

    function amountAt(uint256 i) external view returns (uint256) {
        return list[i].amount;
    }

    function smallAt(uint256 i) external view returns (uint256) {
        return small[i];
    }
}
