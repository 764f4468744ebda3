// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

contract Asset {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        require(to != address(0) && balanceOf[to] + amount <= 1_000_000e18, "enough");
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}

/// Shares of what it has, by its balance. The careful one counts shares and assets that nobody has beside them.
contract ShareVault {
    Asset public immutable asset;
    uint256 private immutable offset;
    mapping(address => uint256) public balanceOf;
    uint256 public totalSupply;

    event Deposit(address indexed by, uint256 assets, uint256 shares);

    constructor(Asset a, uint256 o) {
        asset = a;
        offset = o;
    }

    function totalAssets() public view returns (uint256) {
        return asset.balanceOf(address(this));
    }

    function convertToShares(uint256 assets) public view returns (uint256) {
        if (offset == 0) {
            return totalSupply == 0 ? assets : assets * totalSupply / totalAssets();
        }
        return assets * (totalSupply + offset) / (totalAssets() + 1);
    }

    function convertToAssets(uint256 shares) public view returns (uint256) {
        if (offset == 0) {
            return totalSupply == 0 ? shares : shares * totalAssets() / totalSupply;
        }
        return shares * (totalAssets() + 1) / (totalSupply + offset);
    }

    function deposit(uint256 assets) external returns (uint256 shares) {
        shares = convertToShares(assets);
        asset.transferFrom(msg.sender, address(this), assets);
        balanceOf[msg.sender] += shares;
        totalSupply += shares;
        emit Deposit(msg.sender, assets, shares);
    }

    function redeem(uint256 shares) external returns (uint256 assets) {
        assets = convertToAssets(shares);
        balanceOf[msg.sender] -= shares;
        totalSupply -= shares;
        asset.transfer(msg.sender, assets);
    }
}
