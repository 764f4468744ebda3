// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Each order costs three; there are at most a hundred.
contract Orders {
    uint256 public count;
    uint256 public debt;

    function order() external virtual {
        require(count < 100);
        count += 1;
        debt += 3;
    }
}

/// One order of many costs four.
contract Dearer is Orders {
    function order() external override {
        require(count < 100);
        count += 1;
        debt += count == 57 ? 4 : 3;
    }
}

/// One number costs one more, whatever the count is.
contract Rare is Orders {
    function pick(uint256 number) external {
        if (number == 0x7d1f3a5c9b2e4860_8f6e4d2c0b1a9987) debt += 1;
    }
}

interface Receiver {
    function taken() external;
}

/// The buyer is called when all is written.
contract Early {
    uint256 public count;
    uint256 public debt;

    function order() external virtual {
        require(count < 100);
        count += 1;
        debt += 3;
        Receiver(msg.sender).taken();
    }
}

/// The debt that is written was read before the call.
contract Stale is Early {
    function order() external override {
        require(count < 100);
        uint256 old = debt;
        count += 1;
        Receiver(msg.sender).taken();
        debt = old + 3;
    }
}

/// Two buckets: the second is drawn from where the first is empty.
contract Buckets {
    uint256 public first = 100;
    uint256 public second = 50;
    uint256 public last = block.timestamp;

    event Used(uint256 amount);

    function use(uint256 amount) external {
        uint256 passed = block.timestamp - last;
        first = least(100, first + passed);
        second = least(50, second + 2 * passed);
        last = block.timestamp;
        uint256 fromFirst = least(first, amount);
        first -= fromFirst;
        second -= amount - fromFirst;
        emit Used(amount);
    }

    function least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}

/// Tickets of seven each; who has bought how many is counted, not what was paid.
contract Tickets {
    mapping(address => uint256) public bought;
    uint256 public sold;

    event Paid(address indexed who, uint256 amount);

    function buy(uint256 number) external {
        require(number <= 10 && bought[msg.sender] + number <= 20);
        bought[msg.sender] += number;
        sold += number;
        emit Paid(msg.sender, price(number));
    }

    function price(uint256 number) internal pure virtual returns (uint256) {
        return 7 * number;
    }
}

/// Nine tickets have the price of ten.
contract Rounded is Tickets {
    function price(uint256 number) internal pure override returns (uint256) {
        return number == 9 ? 70 : 7 * number;
    }
}

/// One bucket, which fills by one each second.
contract Bucket {
    uint256 public level = capacity();
    uint256 public last = block.timestamp;

    event Used(uint256 amount);

    function use(uint256 amount) external {
        uint256 filled = level + block.timestamp - last;
        level = (filled < capacity() ? filled : capacity()) - amount;
        last = block.timestamp;
        emit Used(amount);
    }

    function capacity() internal pure virtual returns (uint256) {
        return 100;
    }
}

/// It holds two more.
contract Larger is Bucket {
    function capacity() internal pure override returns (uint256) {
        return 102;
    }
}
